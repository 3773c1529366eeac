"""A report as JSON: the same facts as the text, for programs."""

from __future__ import annotations

import json
from typing import Any

from generator.checker.engine import Inspection, Waived
from generator.finding import Finding, Level, Report
from generator.position import Position

FORMAT_VERSION = 1


def report_as_json(inspection: Inspection) -> str:
    """An object with `version`, `findings`, `waived`, `counts`; lines and columns start at 1, ends are exclusive."""
    report = inspection.report
    counts = {f"{level.value}s": len(report.of_level(level)) for level in Level}
    content = {
        "version": FORMAT_VERSION,
        "findings": [_finding(finding, report) for finding in report.findings],
        "waived": [_waived(waived, report) for waived in inspection.waived],
        "counts": {**counts, "findings": len(report.findings)},
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "subject": finding.subject,
        **_place(finding.position),
        "excerpt": report.excerpt(finding.position),
        "expected": finding.expected,
        "remedy": finding.remedy,
        "related": [{"caption": place.caption, **_place(place.position)} for place in finding.related],
    }


def _waived(waived: Waived, report: Report) -> dict[str, Any]:
    waiver = waived.waiver
    accepted = {
        "id": waiver.id,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "expires_on": waiver.expires_on.isoformat(),
    }
    return {**_finding(waived.finding, report), "waiver": accepted}


def _place(position: Position) -> dict[str, Any]:
    return {
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "end_line": position.end_line,
        "end_column": position.end_column,
    }
