"""What an inspection tells apart from its findings: the rules that ran, and the files it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.facts import Facts
from generator.checker.engine import RULE_CRASHED, inspect
from generator.rule import Problem
from tests.unit.reporters.samples import FILE, INSPECTION, OTHER, RULES


def broken(facts: Facts) -> Iterator[Problem]:
    raise LookupError(facts.as_of)


def test_every_rule_that_ends_has_run_even_if_it_finds_nothing(bundled_facts: Facts) -> None:
    assert inspect(bundled_facts, RULES.values(), {}).ran == frozenset(RULES)


def test_a_rule_that_breaks_off_has_not_run(bundled_facts: Facts) -> None:
    rules = [*RULES.values(), replace(RULES["all-well"], id="broken", check=broken)]
    inspection = inspect(bundled_facts, rules, {})
    assert inspection.ran == frozenset(RULES)
    assert [f.subject for f in inspection.report.findings if f.rule == RULE_CRASHED] == ["rule:broken"]


def test_within_files_only_their_findings_and_waivers_are_left() -> None:
    other = INSPECTION.within({OTHER})
    assert {finding.position.file for finding in other.report.findings} == {OTHER}
    assert other.waived == ()
    assert {waived.finding.position.file for waived in INSPECTION.within([FILE]).waived} == {FILE}
    assert other.ran == INSPECTION.ran
    assert other.report.lines == INSPECTION.report.lines


def test_within_no_file_nothing_is_left() -> None:
    assert INSPECTION.within(()).report.findings == ()


def test_a_folder_stands_for_the_files_in_it() -> None:
    assert INSPECTION.within({"plans"}).report.findings == INSPECTION.report.findings
    folder = INSPECTION.within({"plans/organization"})
    assert {finding.position.file for finding in folder.report.findings} == {FILE}
    assert folder.waived == INSPECTION.waived
    assert INSPECTION.within({"plans/org"}).report.findings == ()
