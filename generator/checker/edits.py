"""Apply the edits of findings to the text of a plan file, and nothing else: comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterable

from generator.finding import Edit, Finding
from generator.source.text import LINE_BREAK

_BYTE_ORDER_MARK = "\ufeff"


def edits_by_file(findings: Iterable[Finding]) -> dict[str, tuple[Edit, ...]]:
    """The edits of all findings by file, each once; of edits that overlap only the first is kept."""
    found: dict[str, dict[Edit, None]] = {}
    for finding in findings:
        for edit in finding.edits:
            found.setdefault(edit.position.file, {})[edit] = None
    return {file: tuple(_apart(edits)) for file, edits in found.items()}


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with each stretch replaced. Lines and columns are those that the reader counts in the text before."""
    starts = [len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0]
    starts += (found.end() for found in LINE_BREAK.finditer(text))
    for edit in sorted(edits, key=lambda e: e.position)[::-1]:
        at = edit.position
        line = starts[at.line - 1] - 1
        text = text[: line + at.column] + edit.text + text[line + at.end_column :]
    return text


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.position):
        if not kept or not _overlap(kept[-1], edit):
            kept.append(edit)
    return kept


def _overlap(earlier: Edit, later: Edit) -> bool:
    """Whether both touch a character. Insertions at one place do not; they are made in the order of the findings."""
    one, two = earlier.position, later.position
    if one == two and one.column == one.end_column:
        return False
    return one.line == two.line and two.column < max(one.end_column, one.column + 1)
