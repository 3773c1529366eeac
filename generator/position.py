"""Where something stands in a plan file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A stretch of one file.

    `file` is a POSIX path relative to the project folder, as shown to people. Lines and columns
    start at 1 and count characters, not bytes; the end is exclusive. Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    @property
    def last_line(self) -> int:
        """The last line of which a character belongs to the stretch; 0 for the file as a whole."""
        ends_before = self.end_line - (self.end_column <= 1)
        return max(self.line, ends_before)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file
