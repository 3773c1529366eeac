"""The number of an edition: year and month, and a further number for a second edition in the same month."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.errors import HandbookError

TAG_FOLDER = "edition/"
_FORM = re.compile(r"(\d{4})\.(0[1-9]|1[0-2])(?:\.([1-9]\d{0,3}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """A number such as 2026.11 or 2026.11.2, in order of time."""

    year: int
    month: int
    number: int = 0

    @classmethod
    def known(cls, text: str) -> Edition | None:
        """The edition that is written, if it is one."""
        found = _FORM.fullmatch(text)
        return cls(int(found[1]), int(found[2]), int(found[3] or 0)) if found else None

    @classmethod
    def parse(cls, text: str) -> Edition:
        """The edition that is written. Raises HandbookError if it is none."""
        edition = cls.known(text)
        if edition is None:
            raise HandbookError(
                f"`{text}` is no edition.", "Write year and month, such as 2026.11; a second one is 2026.11.1."
            )
        return edition

    @property
    def tag(self) -> str:
        """The git tag that holds it."""
        return f"{TAG_FOLDER}{self}"

    def __str__(self) -> str:
        last = f".{self.number}" if self.number else ""
        return f"{self.year:04}.{self.month:02}{last}"
