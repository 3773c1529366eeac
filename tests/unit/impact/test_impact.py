"""What a change comes to: nothing for nothing, findings both ways, and the rest where a state cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analysis.facts import Facts
from generator.checker.engine import Inspection, Waived
from generator.finding import Finding, Level, Report
from generator.impact.impact import FindingChanges, State, finding_changes, impact_of
from generator.model.handbook import Handbook
from generator.position import Position
from tests.rules.overlay import AS_OF
from tests.unit.impact.bookshop import EDITS, FIRE, WORDS, approved, book, impact, impact_of_edit, records, state
from tests.unit.reporters.samples import WAIVER


def test_nothing_comes_of_no_change() -> None:
    found = impact(())
    assert found.nothing
    assert not found.reach.pages


def test_nothing_comes_of_no_change_in_the_bundled_handbook(bundled_handbook: Handbook) -> None:
    same = State(Inspection(Report()), Facts(bundled_handbook, AS_OF), {"es": {}})
    again = State(Inspection(Report()), Facts(replace(bundled_handbook), AS_OF), {"es": {}})
    assert impact_of(same, again, ()).nothing


@pytest.mark.parametrize("name", EDITS)
def test_something_comes_of_each_edit(name: str) -> None:
    assert not impact_of_edit(name).nothing


@pytest.mark.parametrize("name", EDITS)
def test_what_is_new_one_way_is_resolved_the_other_way(name: str) -> None:
    before, after = approved().inspection, state(book(EDITS[name])).inspection
    there, back = finding_changes(before, after), finding_changes(after, before)
    assert there.new == back.resolved
    assert there.resolved == back.new


def test_a_new_error_is_told_with_its_place() -> None:
    found = impact_of_edit("no deputies").findings
    (error,) = (finding for finding in found.errors if finding.rule == "deputy-missing")
    assert error.position.file.endswith("organization/company.yml")
    assert error.position.line


def test_findings_of_a_rule_that_broke_off_are_not_resolved() -> None:
    old = Finding("deputy-missing", "Nobody.", Position("a.yml", 1, 1), level=Level.WARNING, subject="a.yml#x")
    before = Inspection(Report.of([old], {}), ran=frozenset({"deputy-missing"}))
    assert finding_changes(before, Inspection(Report())).resolved == ()
    ran = Inspection(Report(), ran=frozenset({"deputy-missing"}))
    assert finding_changes(before, ran) == FindingChanges(resolved=(old,))


def test_a_finding_that_a_waiver_accepts_now_is_not_resolved() -> None:
    broken = state(book(EDITS["no deputies"]))
    (error,) = (f for f in broken.inspection.report.findings if f.rule == "deputy-missing")
    rest = tuple(f for f in broken.inspection.report.findings if f is not error)
    waived = replace(broken.inspection.only(rest), waived=(Waived(error, WAIVER),))
    found = finding_changes(broken.inspection, waived)
    assert (found.new, found.resolved, found.accepted) == ((), (), (error,))


def test_a_version_that_names_a_finding_answers_it() -> None:
    finding = next(iter(book().exercise_findings))
    revision = "{version: 1.0.0, on: 2026-08-20, by: shop-lead, change: First edition.}"
    more = revision + f", {{version: 1.1.0, on: 2026-11-20, by: shop-lead, change: Better., resolves: [{finding}]}}"
    found = impact([(FIRE, revision, more)])
    assert [(a.plan.id, a.revision.version, a.finding.id) for a in found.answers] == [("fire", "1.1.0", finding)]


def test_only_sentences_that_the_change_brought_lack_a_translation() -> None:
    before, after = approved(), state(book((WORDS, "wants_to_know: What to do.", "wants_to_know: What to do now.")))
    catalogs = {"es": {}, "zh": {"What to do now.": "现在怎么办。"}}
    found = impact_of(before, replace(after, catalogs=catalogs))
    assert {language: [text.text for text in texts] for language, texts in found.untranslated.items()} == {
        "es": ["What to do now."]
    }


def test_without_a_readable_base_all_findings_are_new_and_void_approvals_are_told() -> None:
    before, edited = book(), book(EDITS["no deputies"])
    after = state(edited, records(before))
    unread = State(Inspection(Report.of([Finding("yaml-empty", "Empty.", Position("a.yml"))], {})), None)
    for base in (None, unread):
        found = impact_of(base, after)
        assert found.comparison is None
        assert found.findings == FindingChanges(new=after.inspection.report.findings)
        assert "company" in {due.plan.id for due in found.void}
        assert found.reach.pages == ()
        assert not found.nothing


def test_of_plans_that_cannot_be_read_findings_are_told() -> None:
    fault = Finding("yaml-empty", "Empty.", Position("a.yml"))
    found = impact_of(approved(), State(Inspection(Report.of([fault], {})), None))
    assert (found.findings.new, found.findings.resolved, found.comparison) == ((fault,), (), None)
