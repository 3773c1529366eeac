"""JUnit XML, validated against the schema of the Jenkins xUnit plugin."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
import xmlschema
from hypothesis import given

from generator.checker.engine import RULE_CRASHED, Inspection, Waived
from generator.finding import Finding, Report
from generator.position import Position
from generator.reporters import report_as_junit
from tests.conftest import ROOT
from tests.properties.places import PROPERTY
from tests.unit.reporters.samples import ACCEPTED, INSPECTION, INSPECTIONS, LINES, MANUAL_URL, RULES, WAIVER

SCHEMA = xmlschema.XMLSchema10(ROOT / "tests" / "schemas" / "junit-10.xsd")


def suite_of(inspection: Inspection, url: str | None = None) -> Element:
    text = report_as_junit(inspection, RULES, url)
    SCHEMA.validate(text)
    return fromstring(text.encode())


def cases(inspection: Inspection, outcome: str | None = None) -> list[Element]:
    """Cases that failed, broke off or were skipped, or else those that passed."""
    found = suite_of(inspection).findall("testcase")
    if outcome:
        return [case for case in found if case.find(outcome) is not None]
    return [case for case in found if not {child.tag for child in case} - {"system-out"}]


def names(found: list[Element]) -> list[tuple[str, str]]:
    return [(case.attrib["classname"], case.attrib["name"]) for case in found]


def test_each_error_is_a_failed_case_named_by_ids() -> None:
    role = "organization/火 50%.yml#chief/deputies: The role {chief} has no [deputy]: 100% alone, really."
    assert names(cases(INSPECTION, "failure")) == [
        ("plans.yaml-empty", "plans/empty.yml: The file is empty."),
        ("people.deputy-missing", role),
        ("people.deputy-missing", f"{role} (2)"),
    ]


def test_a_failed_case_tells_what_a_terminal_would_show_and_where_the_manual_is() -> None:
    failed = suite_of(INSPECTION, MANUAL_URL).findall("testcase/failure")[1]
    assert failed.attrib == {
        "type": "deputy-missing",
        "message": "The role {chief} has no [deputy]: 100% alone, really.",
    }
    assert (failed.text or "").split("\n")[1:3] == ["    3 |     deputies: []", "      |               ^^"]
    assert "fix: Add `deputies: [...]`.\n  manual: https://handbook.example/rules/deputy-missing.html\n" in (
        failed.text or ""
    )


def test_a_clean_rule_is_a_passed_case() -> None:
    assert ("people.all-well", "all-well") in names(cases(INSPECTION))


def test_warnings_and_notes_are_the_output_of_a_passed_case() -> None:
    passed = {case.attrib["name"]: case.findtext("system-out") for case in cases(INSPECTION)}
    assert set(passed) == {"all-well", "review-due", "title-long", "from-elsewhere"}
    assert passed["all-well"] is None
    assert "warning[review-due] Overdue." in (passed["review-due"] or "")
    assert "note[title-long] Long." in (passed["title-long"] or "")


def test_a_rule_with_errors_has_no_passed_case() -> None:
    assert ("people.deputy-missing", "deputy-missing") not in names(cases(INSPECTION))


def test_a_rule_that_did_not_run_has_no_passed_case() -> None:
    assert cases(replace(INSPECTION, report=Report(), ran=frozenset())) == []


def test_a_waived_finding_is_a_skipped_case_with_the_reason() -> None:
    (skipped,) = cases(INSPECTION, "skipped")
    assert skipped.attrib["name"] == "x.yml#owner: The owner has no deputy."
    (child,) = skipped
    assert child.attrib["message"] == "Waived until 2027-01-01 by owner (small-shop): There is only {one}."


def test_a_finding_that_two_waivers_accept_is_one_case() -> None:
    second = WAIVER.model_copy(update={"id": "still-small"})
    (case,) = cases(Inspection(Report(), (Waived(ACCEPTED, WAIVER), Waived(ACCEPTED, second))), "skipped")
    assert case[0].attrib["message"].count("Waived until") == 2


def test_a_rule_that_broke_off_is_an_error() -> None:
    crash = Finding(RULE_CRASHED, "Broke off.", Position("plans/handbook.yml"), subject="rule:all-well")
    inspection = Inspection(Report.of([crash], LINES), (), frozenset(RULES) - {"all-well"})
    assert names(cases(inspection, "error")) == [("plans.rule-crashed", "rule:all-well: Broke off.")]
    assert ("people.all-well", "all-well") not in names(cases(inspection))


@pytest.mark.parametrize("inspection", [INSPECTION, Inspection(Report()), Inspection(Report(), (), frozenset(RULES))])
def test_the_counts_of_the_suite_are_those_of_its_cases(inspection: Inspection) -> None:
    suite = suite_of(inspection)
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    for attribute, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.attrib[attribute]) == len(suite.findall(f"testcase/{outcome}"))


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    finding = Finding("r", "a\x1bb\0c\ufffe<&]]>", Position("plans/a.yml"))
    (case,) = cases(Inspection(Report.of([finding], {})), "failure")
    assert case.attrib["name"] == "plans/a.yml: a\ufffdb\ufffdc\ufffd<&]]>"


@PROPERTY
@given(INSPECTIONS)
def test_any_report_is_valid_and_no_rule_both_fails_and_is_clean(inspection: Inspection) -> None:
    failed = cases(inspection, "failure")
    assert len(failed) == len(inspection.report.errors)
    assert {case.attrib["classname"] for case in failed}.isdisjoint(
        case.attrib["classname"] for case in cases(inspection) if case.find("system-out") is None
    )
