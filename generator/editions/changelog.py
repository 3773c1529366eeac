"""EDITIONS.md, in which people say what an edition changes for its readers."""

from __future__ import annotations

import re

from generator.editions.number import Edition

NAME = "EDITIONS.md"
BEGINNING = """# Editions of the handbook

What each edition changes for its readers, newest first: which duties, numbers and deadlines are other ones than
before, and who has to learn something new. `handbook release 2026.11` demands an entry like this one:

    ## 2026.11

    - Payment anomaly: the shop manager, not the duty manager, closes the checkout.
"""

_HEADING = re.compile(r"##[ \t]+(?:[^\W\d_]\S*[ \t]+)?\[?(?P<name>[0-9][0-9.]*)\]?(?=[ \t]|$)[^\n]*")
"""One word may stand before the number: `## Edition 2026.11`."""
_END = re.compile(r"#{1,2}[ \t]")


def edition_entry(text: str, edition: Edition) -> str:
    """What stands under the heading `## 2026.11` or `## Edition 2026.11`, which may go on with a date; else nothing."""
    return edition_entries(text).get(str(edition), "")


def edition_entries(text: str) -> dict[str, str]:
    """What stands under each heading of an edition, by its number."""
    lines: dict[str, list[str]] = {}
    here: list[str] = []
    for line in text.splitlines():
        if _END.match(line):
            name = _edition_in(line)
            here = lines.setdefault(name, []) if name else []
        else:
            here.append(line.rstrip())
    return {name: "\n".join(found).strip() for name, found in lines.items()}


def _edition_in(heading: str) -> str | None:
    """The number of the edition that a heading names."""
    found = _HEADING.fullmatch(heading)
    return found["name"] if found and Edition.known(found["name"]) else None
