"""A report for a terminal: place, message, excerpt with carets, what was expected, and the remedy."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.text import Text

from generator.finding import Finding, Level, RelatedPlace, Report
from generator.position import Position

_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.NOTE: "bold cyan"}
_LONGEST_LINE = 160
# Escape characters of a plan must not reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _shown(text: str) -> str:
    return _CONTROL.sub(" ", text)


def report_as_text(report: Report) -> Text:
    """All findings with excerpts, and a last line that counts them."""
    text = Text()
    for finding in report.findings:
        text.append(finding_as_text(finding, report)).append("\n")
    return text.append(summary_as_text(report))


def finding_as_text(finding: Finding, report: Report) -> Text:
    """One finding; `report` has the lines for the excerpts."""
    text = Text()
    text.append(_shown(f"{finding.position}"), "bold").append(": ")
    text.append(f"{finding.level}", _STYLES[finding.level]).append(f"[{finding.rule}] ", "dim")
    text.append(_shown(finding.message)).append("\n")
    text.append(_excerpt(finding.position, report))
    for place in finding.related:
        text.append(_related(place, report))
    if finding.expected:
        text.append("  expected: ", "cyan").append(_shown(finding.expected)).append("\n")
    if finding.remedy:
        text.append("  fix: ", "green").append(_shown(finding.remedy)).append("\n")
    return text


def _related(place: RelatedPlace, report: Report) -> Text:
    text = Text("  ").append(_shown(f"{place.position}"), "bold").append(f": {_shown(place.caption)}\n")
    return text.append(_excerpt(place.position, report))


def _excerpt(position: Position, report: Report) -> Text:
    line = report.excerpt(position)
    if line is None:
        return Text()
    line = _shown(line)
    start, end = position.column - 1, _end_of(position, line)
    shown_from = max(0, start - 60) if len(line) > _LONGEST_LINE else 0
    shown = line[shown_from : shown_from + _LONGEST_LINE]
    gutter = f"{position.line:>5} | "
    # Chinese characters are two cells wide, so carets are placed by cells, not characters.
    indent = cell_len(line[shown_from:start])
    carets = max(1, min(cell_len(line[start:end]), cell_len(shown) - indent))
    return (
        Text()
        .append(gutter, "blue")
        .append(f"{shown}\n")
        .append(" " * (len(gutter) - 2) + "| ", "blue")
        .append(" " * indent + "^" * carets + "\n", "bold red")
    )


def _end_of(position: Position, line: str) -> int:
    if position.end_line == position.line and position.end_column > position.column:
        return position.end_column - 1
    return max(position.column, len(line.rstrip()))


def summary_as_text(report: Report) -> Text:
    """How many findings of which level there are, in one line."""
    if not report.findings:
        return Text("No faults found.", "green")
    counts = [
        Text(_count(number, level.value), _STYLES[level]) for level in Level if (number := len(report.of_level(level)))
    ]
    files = len({finding.position.file for finding in report.findings})
    listed = Text(", ").join(counts[:-1])
    return Text(" and ").join([listed, counts[-1]] if listed else counts).append(f" in {_count(files, 'file')}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
