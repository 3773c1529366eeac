"""A report for the Code Quality widget of GitLab, a subset of Code Climate's issue format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.checker.engine import Inspection
from generator.finding import Finding, Level
from generator.reporters.identity import fingerprint, numbered
from generator.reporters.manual import Manual
from generator.rule import Rule

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


def report_as_gitlab(inspection: Inspection, rules: Mapping[str, Rule], manual_url: str | None) -> str:
    """A JSON list of all findings; waived ones are left out."""
    manual = Manual(rules, manual_url)
    issues = [_issue(finding, number, manual) for finding, number in numbered(inspection.report.findings)]
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _issue(finding: Finding, number: int, manual: Manual) -> dict[str, Any]:
    at = finding.position
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": manual.explained(finding),
        "severity": _SEVERITIES[finding.level],
        "fingerprint": fingerprint(finding, number),
        # GitLab needs a line: a finding of a whole file is shown at its first.
        "location": {"path": at.file, "lines": {"begin": max(at.line, 1), "end": max(at.last_line, 1)}},
    }
