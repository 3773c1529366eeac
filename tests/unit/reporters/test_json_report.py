"""Reports for programs: the same facts as the report holds."""

from __future__ import annotations

import json
from typing import Any

from generator.checker.engine import Inspection
from generator.finding import Finding, Level, RelatedPlace, Report
from generator.position import Position
from generator.reporters import report_as_json
from tests.unit.reporters.samples import ACCEPTED, INSPECTION
from tests.unit.reporters.samples import FILE as PLAN

FILE = "plans/火.yml"
LINES = {FILE: ("id: 火灾", 'title: "a \\"b\\" 撤离"')}
FINDINGS = (
    Finding(
        "id-duplicate",
        "There are two `火`.",
        Position(FILE, 2, 8, 2, 19),
        "an id",
        "Rename one.",
        related=(RelatedPlace(Position(FILE, 1, 5, 1, 7), "first given here"),),
        subject="scenarios/火.yml#火",
    ),
    Finding("old", "Outdated.", Position(FILE), level=Level.WARNING),
)


def parsed(report: Report) -> Any:
    return json.loads(report_as_json(Inspection(report)))


def test_every_fact_of_a_finding_is_in_the_json() -> None:
    assert parsed(Report.of(FINDINGS, LINES))["findings"] == [
        {
            "rule": "old",
            "level": "warning",
            "message": "Outdated.",
            "subject": "",
            "file": FILE,
            "line": 0,
            "column": 0,
            "end_line": 0,
            "end_column": 0,
            "excerpt": None,
            "expected": "",
            "remedy": "",
            "related": [],
        },
        {
            "rule": "id-duplicate",
            "level": "error",
            "message": "There are two `火`.",
            "subject": "scenarios/火.yml#火",
            "file": FILE,
            "line": 2,
            "column": 8,
            "end_line": 2,
            "end_column": 19,
            "excerpt": 'title: "a \\"b\\" 撤离"',
            "expected": "an id",
            "remedy": "Rename one.",
            "related": [
                {
                    "caption": "first given here",
                    "file": FILE,
                    "line": 1,
                    "column": 5,
                    "end_line": 1,
                    "end_column": 7,
                }
            ],
        },
    ]


def test_the_json_has_a_version_and_counts() -> None:
    facts = parsed(Report.of(FINDINGS, LINES))
    assert set(facts) == {"version", "findings", "waived", "counts"}
    assert facts["version"] == 1
    assert facts["counts"] == {"errors": 1, "warnings": 1, "notes": 0, "findings": 2}


def test_a_report_without_findings_is_json_too() -> None:
    counts = {"errors": 0, "warnings": 0, "notes": 0, "findings": 0}
    assert parsed(Report()) == {"version": 1, "findings": [], "waived": [], "counts": counts}


def test_waived_findings_are_told_apart_from_the_others_with_their_waiver() -> None:
    facts = json.loads(report_as_json(INSPECTION))
    (waived,) = facts["waived"]
    assert waived.pop("waiver") == {
        "id": "small-shop",
        "reason": "There is only {one}.",
        "approver": "owner",
        "expires_on": "2027-01-01",
    }
    assert (waived["file"], waived["line"], waived["subject"]) == (PLAN, 4, "x.yml#owner")
    assert set(waived) == set(facts["findings"][0])
    assert ACCEPTED.message not in {finding["message"] for finding in facts["findings"]}
    assert facts["counts"] == {"errors": 3, "warnings": 1, "notes": 2, "findings": 6}


def test_chinese_characters_are_readable() -> None:
    text = report_as_json(Inspection(Report.of(FINDINGS, LINES)))
    assert "撤离" in text
    assert "\\u" not in text


def test_findings_keep_the_order_of_the_report() -> None:
    findings = [Finding("r", str(n), Position("a", n, 1, n, 2)) for n in (3, 1, 2)]
    report = Report.of(findings, {})
    assert [f["line"] for f in parsed(report)["findings"]] == [f.position.line for f in report.findings] == [1, 2, 3]
