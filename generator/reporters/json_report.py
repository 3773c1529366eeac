"""A report as JSON: the same facts as the text, for programs."""

from __future__ import annotations

import json
from typing import Any

from generator.finding import Finding, Report
from generator.position import Position

FORMAT_VERSION = 1


def report_as_json(report: Report) -> str:
    """An object with `version`, `findings`, `counts`; lines and columns start at 1, ends are exclusive."""
    findings = [_finding(finding, report) for finding in report.findings]
    counts = {"errors": len(report.errors), "findings": len(findings)}
    return json.dumps({"version": FORMAT_VERSION, "findings": findings, "counts": counts}, ensure_ascii=False, indent=2)


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        **_place(finding.position),
        "excerpt": report.excerpt(finding.position),
        "expected": finding.expected,
        "remedy": finding.remedy,
        "related": [{"caption": place.caption, **_place(place.position)} for place in finding.related],
    }


def _place(position: Position) -> dict[str, Any]:
    return {
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "end_line": position.end_line,
        "end_column": position.end_column,
    }
