"""SARIF reports, validated against the schema of OASIS."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from hypothesis import given, settings
from jsonschema import Draft202012Validator

import generator
from generator.checker.engine import Inspection, Waived
from generator.finding import Finding, Report
from generator.position import Position
from generator.reporters import report_as_sarif
from tests.conftest import ROOT
from tests.properties.places import PROPERTY
from tests.unit.reporters.samples import (
    ACCEPTED,
    FILE,
    INSPECTION,
    INSPECTIONS,
    LINES,
    MANUAL_URL,
    OVERDUE,
    RULES,
    UNREAD,
    WAIVER,
)

VALIDATOR = Draft202012Validator(
    json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
PERCENT_ENCODED = "plans/organization/%E7%81%AB%2050%25.yml"


def run_of(inspection: Inspection, url: str | None = None) -> dict[str, Any]:
    log = json.loads(report_as_sarif(inspection, RULES, url))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return dict(run)


def results(inspection: Inspection) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run_of(inspection)["results"]
    return found


def only_result(finding: Finding) -> dict[str, Any]:
    (found,) = results(Inspection(Report.of([finding], LINES)))
    return found


def location(result: dict[str, Any]) -> dict[str, Any]:
    return dict(result["locations"][0]["physicalLocation"])


def as_shown(text: str) -> str:
    """A message as a viewer shows it: braces unescaped, links as their text."""
    text = re.sub(r"\[((?:[^\\\[\]]|\\.)*)\]\((\d+)\)\Z", lambda m: re.sub(r"\\(.)", r"\1", m[1]), text)
    return text.replace("{{", "{").replace("}}", "}")


def test_a_finding_is_a_result_with_place_message_and_related_places() -> None:
    found = next(r for r in results(INSPECTION) if r["ruleId"] == "deputy-missing")
    assert location(found) == {
        "artifactLocation": {"uri": PERCENT_ENCODED, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 15, "endLine": 3, "endColumn": 17},
    }
    assert unquote(PERCENT_ENCODED) == FILE
    assert found["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "organization/火 50%.yml#chief/deputies"}
    ]
    assert found["level"] == "error"
    assert as_shown(found["message"]["text"]).split("\n") == [
        "The role {chief} has no [deputy]: 100% alone, really.",
        "Expected: one, at least",
        "Fix: Add `deputies: [...]`.",
        "the [company] \\ {it} is for",
    ]
    (related,) = found["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, "the [company] \\ {it} is for")
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "plans/handbook.yml"


def test_braces_and_brackets_are_escaped_where_they_would_mean_something() -> None:
    text = next(r["message"]["text"] for r in results(INSPECTION) if r["ruleId"] == "deputy-missing")
    assert text.startswith("The role {{chief}} has no [deputy]:")
    assert text.endswith("[the \\[company\\] \\\\ {{it}} is for](1)")


def test_the_manual_of_every_rule_is_there_even_of_those_that_found_nothing() -> None:
    driver = run_of(INSPECTION, MANUAL_URL)["tool"]["driver"]
    assert driver["version"] == generator.__version__
    by_id = {rule["id"]: rule for rule in driver["rules"]}
    assert len(by_id) == len(driver["rules"])
    assert set(by_id) == {*RULES, "yaml-empty", "from-elsewhere"}
    assert by_id["all-well"] == {
        "id": "all-well",
        "shortDescription": {"text": "Summary of all-well."},
        "fullDescription": {"text": "What all-well checks."},
        "help": {"text": "Because.\n\nDo {this}.", "markdown": by_id["all-well"]["help"]["markdown"]},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["people"]},
        "helpUri": "https://handbook.example/rules/all-well.html",
    }
    assert by_id["all-well"]["help"]["markdown"].startswith("# all-well\n")
    assert by_id["review-due"]["defaultConfiguration"]["level"] == "warning"
    assert by_id["yaml-empty"]["help"]["text"], "faults of reading have a manual too"
    assert by_id["from-elsewhere"]["shortDescription"] == {"text": "from-elsewhere"}
    assert all(rule["fullDescription"]["text"] and rule["help"]["text"] for rule in by_id.values()), "GitHub needs both"


def test_without_a_published_manual_no_address_is_made_up() -> None:
    assert all("helpUri" not in rule for rule in run_of(INSPECTION)["tool"]["driver"]["rules"])


def test_every_result_points_to_its_rule() -> None:
    run = run_of(INSPECTION)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_a_waived_finding_is_a_suppressed_result_and_the_others_are_not() -> None:
    suppressions = {r["message"]["text"]: r["suppressions"] for r in results(INSPECTION)}
    assert suppressions.pop("The owner has no deputy.") == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "There is only {one}.",
            "properties": {"waiver": "small-shop", "approver": "owner", "expiresOn": "2027-01-01"},
        }
    ]
    assert set(map(len, suppressions.values())) == {0}


def test_a_finding_that_two_waivers_accept_is_one_result() -> None:
    second = WAIVER.model_copy(update={"id": "still-small", "reason": "Still only one."})
    (result,) = results(Inspection(Report(), (Waived(ACCEPTED, WAIVER), Waived(ACCEPTED, second))))
    assert [s["justification"] for s in result["suppressions"]] == ["There is only {one}.", "Still only one."]


def test_a_finding_of_a_whole_file_has_no_region() -> None:
    assert "region" not in location(only_result(UNREAD))


def test_columns_count_characters_and_ends_are_exclusive() -> None:
    assert run_of(INSPECTION)["columnKind"] == "unicodeCodePoints"
    region = location(only_result(OVERDUE))["region"]
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 12}


def test_a_position_without_an_end_has_none_in_the_report() -> None:
    region = location(only_result(replace(OVERDUE, position=Position("a", 2, 3))))["region"]
    assert region == {"startLine": 2, "startColumn": 3}


def test_what_mends_a_finding_is_offered_as_a_fix() -> None:
    found = next(r for r in results(INSPECTION) if r["ruleId"] == "deputy-missing")
    (fix,) = found["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == PERCENT_ENCODED
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 15, "endLine": 3, "endColumn": 17},
            "insertedContent": {"text": "[admin]"},
        }
    ]
    assert "fixes" not in only_result(UNREAD)


def test_fingerprints_stay_when_lines_move_and_are_unique() -> None:
    moved = replace(OVERDUE, position=Position("plans/handbook.yml", 9, 1, 9, 2))
    assert only_result(OVERDUE)["partialFingerprints"] == only_result(moved)["partialFingerprints"]
    found = [r["partialFingerprints"]["handbookFinding/v1"] for r in results(INSPECTION)]
    assert len(set(found)) == len(found) == 7


def test_the_run_failed_if_a_rule_did_not_run_to_its_end() -> None:
    assert run_of(INSPECTION)["invocations"] == [{"executionSuccessful": True}]
    (invocation,) = run_of(replace(INSPECTION, ran=frozenset(RULES) - {"all-well"}))["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "These rules did not run to their end: all-well."


@settings(PROPERTY, max_examples=40)
@given(INSPECTIONS)
def test_any_report_is_valid_and_keeps_every_message(inspection: Inspection) -> None:
    found = results(inspection)
    assert len(found) == len({*inspection.report.findings, *(w.finding for w in inspection.waived)})
    for result, finding in zip(found, inspection.report.findings, strict=False):
        assert result["message"]["text"].replace("{{", "{").replace("}}", "}").startswith(finding.message)
        uri = location(result)["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
        assert unquote(uri, errors="surrogateescape") == finding.position.file
