"""Golden files: what the generator is expected to write, byte by byte.

After an intended change, write them anew and read the difference before committing it:

    UPDATE_GOLDEN=1 .venv/bin/pytest tests/golden && git diff tests/golden/expected
"""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import unified_diff

import pytest

from tests.golden.books import HERE

Golden = Callable[[str, bytes], None]
_LONGEST_DIFF = 60


@pytest.fixture
def golden() -> Golden:
    """Compare content with the golden file of a name, or write it where UPDATE_GOLDEN is set."""
    return _write if os.environ.get("UPDATE_GOLDEN") else _compare


def _write(name: str, content: bytes) -> None:
    path = HERE / "expected" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _compare(name: str, content: bytes) -> None:
    path = HERE / "expected" / name
    if not path.is_file():
        pytest.fail(
            f"There is no golden file {path}.\nWrite it with: UPDATE_GOLDEN=1 pytest tests/golden", pytrace=False
        )
    if path.read_bytes() != content:
        pytest.fail(difference(name, path.read_bytes(), content), pytrace=False)


def difference(name: str, expected: bytes, content: bytes) -> str:
    """What changed, line by line, and how to accept it."""
    old, new = (side.decode(errors="backslashreplace").splitlines() for side in (expected, content))
    lines = list(unified_diff(old, new, f"expected/{name}", "now", n=1, lineterm=""))
    shown = [line[:400] for line in lines[:_LONGEST_DIFF]] or ["Only line endings or the end of the file differ."]
    more = [f"… and {len(lines) - _LONGEST_DIFF} more lines"] if len(lines) > _LONGEST_DIFF else []
    accept = "If this is intended: UPDATE_GOLDEN=1 pytest tests/golden, then read `git diff tests/golden/expected`."
    return "\n".join([f"{name} is not what the golden file says.", *shown, *more, accept])
