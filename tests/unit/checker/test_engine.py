"""Rules run over a handbook: their problems are stamped, waived and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generator.analysis.facts import Facts
from generator.checker.engine import RULE_CRASHED, WAIVER_UNUSED, Inspection, inspect
from generator.finding import Edit, Level
from generator.position import Position
from generator.rule import Place, Problem, Related, Rule
from tests.rules.overlay import example
from tests.unit.reporters.samples import rule as sample_rule

WAIVERS = """
waivers.yml:
  id: waivers
  title: Waivers
  summary: What we accept.
  control: {version: 1.0.0, status: approved, owner: shop-lead, approver: director, approved_on: 2026-09-01,
    effective_on: 2026-09-15, review_every: 12 months, revisions: []}
  waivers:
"""
Check = Callable[[Facts], Iterator[Problem]]


def waiver(at: str, rule: str = "looks", expires: str = "2027-01-01", name: str = "w") -> str:
    dates = f"approved_on: 2026-09-01, expires_on: {expires}"
    return f'    - {{id: {name}, rule: {rule}, at: "{at}", reason: Known., approver: director, {dates}}}\n'


def rule(check: Check, name: str = "looks", level: Level = Level.NOTE) -> Rule:
    return replace(sample_rule(name, level), check=check)


def run(*rules: Rule, waivers: str = "") -> Inspection:
    facts, lines = example(WAIVERS + waivers if waivers else "{}", "w.yml")
    return inspect(facts, rules, lines)


def at_steps(facts: Facts) -> Iterator[Problem]:
    """A problem at every step of the fire, last step first."""
    for step in reversed(facts.handbook.scenarios["fire"].steps):
        yield Problem(Place.of(step, "within"), f"Step {step.id}.")


def crashes(facts: Facts) -> Iterator[Problem]:
    yield Problem(Place.of(facts.handbook.settings), "Before.")
    raise KeyError("gone")


def subjects(inspection: Inspection) -> list[str]:
    return [finding.subject for finding in inspection.report.findings]


def test_a_finding_carries_id_and_level_of_its_rule_and_all_that_the_problem_says() -> None:
    edit = Edit(Position("plans/severity.yml", 1, 1, 1, 2), "x")

    def check(facts: Facts) -> Iterator[Problem]:
        fire = facts.handbook.scenarios["fire"]
        related = (Related(Place.of(facts.handbook.grades["grave"], "rank"), "the grade"),)
        yield Problem(Place.of(fire, "title"), "Wrong.", "right", "Mend it.", related, (edit,))

    (finding,) = run(rule(check, "looks", Level.WARNING)).report.findings
    assert (finding.rule, finding.level) == ("looks", Level.WARNING)
    assert (finding.message, finding.expected, finding.remedy) == ("Wrong.", "right", "Mend it.")
    assert (finding.position.file, finding.position.line) == ("plans/scenarios/fire.yml", 2)
    assert finding.subject == "scenarios/fire.yml#title"
    assert [(place.position.file, place.caption) for place in finding.related] == [("plans/severity.yml", "the grade")]
    assert finding.edits == (edit,)


def test_findings_stand_in_the_order_of_files_and_lines_whatever_the_rules_say_first() -> None:
    def settings(facts: Facts) -> Iterator[Problem]:
        yield Problem(Place.of(facts.handbook.settings), "Settings.")

    found = run(rule(at_steps), rule(settings, "z")).report.findings
    assert len(found) > 5
    assert [f.position for f in found] == sorted(f.position for f in found)
    assert found[0].message == "Settings."


def test_what_a_rule_says_twice_is_found_once() -> None:
    def twice(facts: Facts) -> Iterator[Problem]:
        yield from at_steps(facts)
        yield from at_steps(facts)

    assert run(rule(twice)).report.findings == run(rule(at_steps)).report.findings
    waived = run(rule(twice), waivers=waiver("scenarios/fire.yml")).waived
    assert waived == run(rule(at_steps), waivers=waiver("scenarios/fire.yml")).waived
    assert waived


def test_a_waiver_covers_its_place_and_what_lies_in_it_and_nothing_else() -> None:
    every = subjects(run(rule(at_steps)))
    inspection = run(rule(at_steps), waivers=waiver("scenarios/fire.yml#detect"))
    assert {entry.finding.subject for entry in inspection.waived} == {
        subject for subject in every if subject.startswith("scenarios/fire.yml#detect/")
    }
    assert sorted([*subjects(inspection), *(entry.finding.subject for entry in inspection.waived)]) == sorted(every)
    assert {entry.waiver.id for entry in inspection.waived} == {"w"}


def test_a_waiver_does_not_cover_a_sibling_whose_name_begins_like_its_own() -> None:
    def check(facts: Facts) -> Iterator[Problem]:
        yield Problem(Place.of(facts.handbook.people["en"], "name"), "Person.")
        yield Problem(Place.of(facts.handbook.roles["engineer"], "mission"), "Role.")

    inspection = run(rule(check), waivers=waiver("organization/company.yml#en"))
    assert [entry.finding.message for entry in inspection.waived] == ["Person."]
    assert [finding.message for finding in inspection.report.findings] == ["Role."]


def test_a_waiver_covers_only_findings_of_its_rule() -> None:
    inspection = run(rule(at_steps), rule(at_steps, "other"), waivers=waiver("scenarios/fire.yml"))
    assert {entry.finding.rule for entry in inspection.waived} == {"looks"}
    assert {finding.rule for finding in inspection.report.findings} == {"other"}


@pytest.mark.parametrize(("expires", "covers"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)])
def test_a_waiver_covers_to_the_end_of_its_last_day(expires: str, covers: bool) -> None:
    inspection = run(rule(at_steps), waivers=waiver("scenarios/fire.yml", expires=expires))
    assert bool(inspection.waived) is covers
    assert bool(inspection.report.findings) is not covers
    assert WAIVER_UNUSED not in {finding.rule for finding in inspection.report.findings}


def test_a_waiver_without_a_finding_is_a_warning_at_its_place() -> None:
    inspection = run(rule(lambda _: iter(())), waivers=waiver("scenarios/fire.yml"))
    (finding,) = inspection.report.findings
    assert (finding.rule, finding.level, finding.subject) == (WAIVER_UNUSED, Level.WARNING, "w.yml#w")
    assert "matches no finding" in finding.message
    assert (inspection.report.excerpt(finding.position) or "")[finding.position.column - 1 :].startswith('"scenarios/')


def test_a_waiver_of_a_rule_that_does_not_exist_is_an_error_at_its_rule() -> None:
    inspection = run(rule(at_steps), waivers=waiver("scenarios/fire.yml", "lookz"))
    (finding,) = [f for f in inspection.report.findings if f.rule == WAIVER_UNUSED]
    assert finding.level == Level.ERROR
    assert "`lookz`, which does not exist" in finding.message
    assert (inspection.report.excerpt(finding.position) or "")[finding.position.column - 1 :].startswith("lookz")


def test_two_waivers_of_one_finding_are_both_in_use() -> None:
    both = waiver("scenarios/fire.yml", name="w") + waiver("scenarios/fire.yml#detect", name="v")
    inspection = run(rule(at_steps), waivers=both)
    assert inspection.report.findings == ()
    assert {entry.waiver.id for entry in inspection.waived} == {"v", "w"}


def test_a_rule_that_breaks_off_is_reported_with_its_id_and_the_others_still_run() -> None:
    inspection = run(rule(crashes, "broken"), rule(at_steps))
    (crash,) = [f for f in inspection.report.findings if f.rule == RULE_CRASHED]
    assert "`broken` broke off with KeyError: 'gone' (crashes, line" in crash.message
    assert (crash.level, crash.subject) == (Level.ERROR, "rule:broken")
    assert [f for f in inspection.report.findings if f.rule != RULE_CRASHED] == list(
        run(rule(at_steps)).report.findings
    )
    assert inspection.ran == {"looks"}


def test_a_rule_that_yields_nothing_at_all_is_reported_too() -> None:
    (crash,) = run(rule(lambda _: None, "broken")).report.findings  # type: ignore[arg-type, return-value]
    assert crash.subject == "rule:broken"


def test_a_waiver_of_a_rule_that_broke_off_is_not_called_unused() -> None:
    inspection = run(rule(crashes), waivers=waiver("scenarios/fire.yml"))
    assert [finding.rule for finding in inspection.report.findings] == [RULE_CRASHED]


def test_that_a_rule_broke_off_cannot_be_waived() -> None:
    inspection = run(rule(crashes), waivers=waiver("rule:looks", RULE_CRASHED))
    assert {finding.rule for finding in inspection.report.findings} == {RULE_CRASHED, WAIVER_UNUSED}
    assert inspection.waived == ()


def binding(check: Check = at_steps) -> Rule:
    return replace(rule(check), waivable=False)


def test_findings_of_a_rule_that_nobody_can_waive_stay_open() -> None:
    inspection = run(binding(), rule(at_steps, "other"), waivers=waiver("scenarios/fire.yml"))
    assert inspection.waived == ()
    assert [f for f in inspection.report.findings if f.rule != WAIVER_UNUSED] == list(
        run(binding(), rule(at_steps, "other")).report.findings
    )


@pytest.mark.parametrize("check", [at_steps, crashes, lambda _: iter(())])
def test_a_waiver_that_nobody_can_give_is_an_error_at_its_rule_whatever_was_found(check: Check) -> None:
    inspection = run(binding(check), waivers=waiver("scenarios/fire.yml"))
    (finding,) = [f for f in inspection.report.findings if f.rule == WAIVER_UNUSED]
    assert (finding.level, finding.subject) == (Level.ERROR, "w.yml#w")
    assert "`looks`, which nobody can waive" in finding.message
    assert "handbook explain looks" in finding.remedy
    assert (inspection.report.excerpt(finding.position) or "")[finding.position.column - 1 :].startswith("looks")


def test_a_waiver_that_nobody_can_give_and_that_has_expired_is_left_to_the_rule_of_expired_ones() -> None:
    inspection = run(binding(), waivers=waiver("scenarios/fire.yml", expires="2026-11-21"))
    assert {finding.rule for finding in inspection.report.findings} == {"looks"}
