"""Code Quality reports of GitLab, validated against the schema."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from generator.checker.engine import Inspection
from generator.finding import Finding, Report
from generator.position import Position
from generator.reporters import report_as_gitlab
from tests.conftest import ROOT
from tests.properties.places import PROPERTY
from tests.unit.reporters.samples import (
    FILE,
    FIRST,
    INSPECTION,
    INSPECTIONS,
    LINES,
    MANUAL_URL,
    OVERDUE,
    RULES,
    SECOND,
    UNREAD,
)

VALIDATOR = Draft202012Validator(
    json.loads((ROOT / "tests" / "schemas" / "gitlab-code-quality.json").read_text(encoding="utf-8"))
)


def issues(inspection: Inspection, url: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(report_as_gitlab(inspection, RULES, url))
    VALIDATOR.validate(found)
    return found


def fingerprints(*findings: Finding) -> list[str]:
    return [issue["fingerprint"] for issue in issues(Inspection(Report.of(findings, LINES)))]


def test_a_finding_is_an_issue_with_place_and_explanation() -> None:
    found = next(issue for issue in issues(INSPECTION, MANUAL_URL) if issue["location"]["path"] == FILE)
    del found["fingerprint"]
    assert found == {
        "type": "issue",
        "check_name": "deputy-missing",
        "description": "The role {chief} has no [deputy]: 100% alone, really.\n"
        "plans/handbook.yml:2:10: the [company] \\ {it} is for\n"
        "expected: one, at least\n"
        "fix: Add `deputies: [...]`.\n"
        "manual: https://handbook.example/rules/deputy-missing.html",
        "severity": "critical",
        "location": {"path": FILE, "lines": {"begin": 3, "end": 3}},
    }


def test_levels_become_severities() -> None:
    severities = {issue["check_name"]: issue["severity"] for issue in issues(INSPECTION)}
    assert severities["deputy-missing"] == "critical"
    assert severities["review-due"] == "minor"
    assert severities["title-long"] == "info"


def test_a_finding_of_a_whole_file_is_shown_at_its_first_line() -> None:
    (found,) = issues(Inspection(Report.of([UNREAD], {})))
    assert found["location"] == {"path": "plans/empty.yml", "lines": {"begin": 1, "end": 1}}


def test_a_stretch_ends_with_the_last_line_that_belongs_to_it() -> None:
    lines = {issue["check_name"]: issue["location"]["lines"] for issue in issues(INSPECTION)}
    assert lines["review-due"] == {"begin": 1, "end": 2}
    assert lines["title-long"] == {"begin": 1, "end": 1}


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = replace(OVERDUE, position=Position(OVERDUE.position.file, 40, 2, 41, 3))
    assert fingerprints(OVERDUE) == fingerprints(moved)


def test_a_fingerprint_depends_on_rule_place_and_message() -> None:
    others = [replace(OVERDUE, **{field: "other"}) for field in ("rule", "subject", "message")]  # type: ignore[arg-type]
    assert len({*fingerprints(OVERDUE), *(fingerprints(other)[0] for other in others)}) == 4


def test_without_ids_the_file_counts_as_the_place() -> None:
    assert fingerprints(UNREAD) != fingerprints(replace(UNREAD, position=Position("plans/other.yml")))


def test_findings_that_say_the_same_have_fingerprints_of_their_own() -> None:
    both = fingerprints(FIRST, SECOND)
    assert len(set(both)) == 2
    assert fingerprints(SECOND) == both[:1], "numbers are given in order of the lines"


def test_nothing_found_is_an_empty_list() -> None:
    assert issues(Inspection(Report())) == []


@PROPERTY
@given(INSPECTIONS)
def test_any_report_is_valid_and_its_fingerprints_are_unique(inspection: Inspection) -> None:
    found = issues(inspection)
    assert len({issue["fingerprint"] for issue in found}) == len(found) == len(inspection.report.findings)
