"""A comment on a pull request: Markdown up to a length, in which texts of plans mean nothing but themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.history.wording import Fate, Segment

LONGEST = 65_000
"""Characters that a comment may have; GitHub refuses more than 65,536."""
RESERVE = 400
"""Characters kept for the line that says what is left out."""
_FATES = {Fate.SAME: "", Fate.REMOVED: "~~", Fate.ADDED: "**"}
# A mention would notify people, and a number would link to an unrelated issue: a space of no width keeps both apart.
_ENTITIES = {"@": "@&#8203;", "#": "#&#8203;", "<": "&lt;", ">": "&gt;", "&": "&amp;"}
# Code stays as it is, but for the sign that would end the cell of a table; a backtick without a partner would seek one
# in the words that follow.
_SPECIAL = re.compile(r"(?<!`)`[^`|]+`(?!`)|[\\*_\[\]~|@#<>&`]")
_BREAKS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f]+\s*")


@dataclass
class Comment:
    """Lines up to a number of characters."""

    most: int = LONGEST - RESERVE
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, *lines: str, share: float = 1) -> bool:
        """Take all of some lines, if then no more than a share of the whole is full."""
        size = sum(len(line) + 1 for line in lines)
        if self.length + size > self.most * share:
            return False
        self.lines += lines
        self.length += size
        return True

    def rows(self, rows: Iterable[str], share: float, left_out: str) -> None:
        """As many rows as fit into a share, and the number of those that do not."""
        missing = sum(not self.add(row, share=share) for row in rows)
        self.add(*(["", f"… and {missing} more {left_out}"] if missing else []), "")

    def copy(self) -> Comment:
        """A comment that begins with the same lines."""
        return replace(self, lines=[*self.lines])


def escaped(text: str) -> str:
    """Text on one line that means nothing to Markdown but itself; code in backticks stays code."""
    return _SPECIAL.sub(lambda found: _plain(found[0]), _BREAKS.sub(" ", text))


def marked(words: Iterable[Segment]) -> str:
    """Words with what was removed struck out and what was added in bold."""
    return "".join(_marked(segment) for segment in words)


def _plain(found: str) -> str:
    return found if len(found) > 1 else _ENTITIES.get(found, f"\\{found}")


def _marked(segment: Segment) -> str:
    """Signs of emphasis hold only next to letters, so spaces stay outside."""
    sign, text = _FATES[segment.fate], segment.text
    inner = text.strip()
    if not sign or not inner:
        return escaped(text)
    start = text.index(inner)
    return f"{text[:start]}{sign}{escaped(inner)}{sign}{text[start + len(inner) :]}"
