"""Apply the edits of findings to the text of a plan file, and nothing else: comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterable

from generator.finding import Edit, Finding


def edits_by_file(findings: Iterable[Finding]) -> dict[str, tuple[Edit, ...]]:
    """The edits of all findings by file, each once; of edits that overlap only the first is kept."""
    found: dict[str, dict[Edit, None]] = {}
    for finding in findings:
        for edit in finding.edits:
            found.setdefault(edit.position.file, {})[edit] = None
    return {file: tuple(_apart(edits)) for file, edits in found.items()}


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with each stretch replaced. Lines and columns are those of the text before."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda e: e.position, reverse=True):
        at = edit.position
        line = lines[at.line - 1]
        lines[at.line - 1] = line[: at.column - 1] + edit.text + line[at.end_column - 1 :]
    return "\n".join(lines)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.position):
        if not kept or not _overlap(kept[-1], edit):
            kept.append(edit)
    return kept


def _overlap(earlier: Edit, later: Edit) -> bool:
    one, two = earlier.position, later.position
    return one.line == two.line and two.column < max(one.end_column, one.column + 1)
