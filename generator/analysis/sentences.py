"""Parts of the sentences that rules say."""

from __future__ import annotations

from collections.abc import Iterable


def in_backticks(names: Iterable[str]) -> str:
    """Ids as a list for a sentence: `one`, `two` and `three`."""
    *most, last = [f"`{name}`" for name in names]
    return f"{', '.join(most)} and {last}" if most else last
