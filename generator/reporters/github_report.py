"""A report as workflow commands of GitHub Actions, which show findings beside the lines of a pull request.

The characters to escape are those of the escapeData and escapeProperty functions of GitHub's `@actions/core`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.checker.engine import Inspection
from generator.finding import Finding, Level
from generator.position import Position
from generator.reporters.manual import Manual
from generator.rule import Rule

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def report_as_github(inspection: Inspection, rules: Mapping[str, Rule], manual_url: str | None) -> str:
    """A line for each finding; waived ones are left out."""
    manual = Manual(rules, manual_url)
    return "\n".join(_annotation(finding, manual) for finding in inspection.report.findings)


def _annotation(finding: Finding, manual: Manual) -> str:
    properties = {"file": finding.position.file, **_lines(finding.position), "title": _title(finding, manual)}
    listed = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {listed}::{manual.explained(finding).translate(_IN_MESSAGE)}"


def _title(finding: Finding, manual: Manual) -> str:
    summary = manual.summary(finding.rule)
    return finding.rule if summary == finding.rule else f"{summary} [{finding.rule}]"


def _lines(at: Position) -> dict[str, str]:
    """GitHub takes columns only for stretches within one line."""
    if not at.line:
        return {}
    if at.last_line > at.line:
        return {"line": str(at.line), "endLine": str(at.last_line)}
    if at.end_line > at.line or at.end_column < at.column:
        return {"line": str(at.line), "col": str(at.column)}
    return {"line": str(at.line), "col": str(at.column), "endLine": str(at.line), "endColumn": str(at.end_column)}
