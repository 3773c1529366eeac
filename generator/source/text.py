"""The lines of one file, and stretches of them that can be underlined."""

from __future__ import annotations

import re

from generator.position import Position

# Line, column and end column, all starting at 1, the end exclusive. Positions are made from these
# only when someone asks: a project holds some hundred thousand of them and hardly any is ever shown.
Span = tuple[int, int, int]

LINE_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"\s#")
_SHOWN_LENGTH = 60


def split_lines(text: str) -> tuple[str, ...]:
    """Split as YAML counts lines; `str.splitlines` would also split at form feeds and the like."""
    lines = LINE_BREAK.split(text) if "\r" in text else text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return tuple(lines)


def quoted(text: str) -> str:
    """Text as shown inside a message: on one line, in quotes, not too long."""
    flat = " ".join(text.split())
    shown = f"{flat[: _SHOWN_LENGTH - 1]}…" if len(flat) > _SHOWN_LENGTH else flat
    return f"“{shown}”" if '"' in shown else f'"{shown}"'


class SourceText:
    """Lines and columns passed to these methods start at 0, as parsers count them; spans start at 1."""

    __slots__ = ("file", "lines")

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file = file
        self.lines = lines

    def position(self, span: Span) -> Position:
        """The position of a span; line 0 stands for the whole file."""
        line, column, end = span
        return Position(self.file, line, column, line, end)

    def span(self, line: int, column: int, end: int) -> Span:
        """A span that is never empty unless its line is, whatever lies beyond the text."""
        if not self.lines:
            return (0, 0, 0)
        if line >= len(self.lines):
            line = len(self.lines) - 1
            column = end = len(self.lines[line].rstrip())
        length = len(self.lines[line])
        column = max(0, min(column, length - 1))
        end = min(max(end, column + 1), length)
        return (line + 1, column + 1, end + 1)

    def to_line_end(self, line: int, column: int) -> Span:
        """From a place to the last visible character of its line, leaving out a comment."""
        return self.span(line, column, column + len(self.rest(line, column)))

    def rest(self, line: int, column: int) -> str:
        """What stands from a place to the end of its line, without a comment."""
        if line >= len(self.lines):
            return ""
        text = self.lines[line][column:]
        comment = _COMMENT.search(text)
        return (text[: comment.start()] if comment else text).rstrip()

    def before(self, line: int, column: int) -> str:
        """What stands before a place on its line."""
        return self.lines[line][:column] if line < len(self.lines) else ""

    def char(self, line: int, column: int) -> str:
        """The character at a place, or nothing beyond the end of a line."""
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""
