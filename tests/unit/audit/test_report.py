"""The report answers with the numbers of the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.audit.edition import AuditedEdition
from generator.audit.report import ReportTable, ReportView
from generator.exports import Table
from generator.finding import Level
from generator.history.changes import Effect
from tests.unit.audit.audited import audited, edited, plan_files

LIMIT = ("scenarios/fire.yml", "within: 3 min", "within: 2 min")


def view(edition: AuditedEdition) -> ReportView:
    return ReportView(edition, {}, (), ())


def test_plans_without_a_record_are_named_as_not_approved() -> None:
    found = view(audited())
    assert set(found.unapproved) == {plan.id for plan in found.edition.facts.handbook.plans}
    assert (found.approved, found.agreeing) == ((), 0)


def test_a_plan_that_is_not_as_in_the_manifest_is_named() -> None:
    edition = audited()
    assert view(edition).differing == ()
    first, *others = edition.manifest.plans
    moved = edition.manifest.model_copy(
        update={"plans": (first.model_copy(update={"fingerprint": "0" * 64}), *others[1:])}
    )
    assert view(replace(edition, manifest=moved)).differing == tuple(sorted((first.id, others[0].id)))


def test_changes_are_counted_by_their_effect() -> None:
    found = view(audited(edited(*LIMIT), before=plan_files()))
    assert found.effects[Effect.STRENGTHENED] == 1
    assert found.changed_plans == 1
    assert view(audited()).changed_plans == 0


def test_what_is_overdue_is_seen_from_the_day_of_the_commit() -> None:
    assert view(audited()).due.overdue == 0
    assert view(audited(as_of=date(2028, 1, 1))).due.overdue > 0


def test_exercises_after_the_day_prove_nothing() -> None:
    now, before = view(audited()), view(audited(as_of=date(2026, 9, 15)))
    assert (len(now.records), now.measured, now.limits_met) == (3, 3, 3)
    assert (len(before.records), before.measured) == (1, 1)
    assert now.unpractised == ()
    assert before.unpractised == ("Shop outage",)


def test_open_findings_are_counted_by_level() -> None:
    found = view(audited(as_of=date(2028, 1, 1)))
    counted = sum(found.found(level) for level in Level)
    assert counted == len(found.edition.inspection.report.findings) > 0


def test_columns_look_like_what_is_in_them() -> None:
    table = Table("t", "T", ("a", "b", "c", "d", "e"), (("0" * 64, 1, "1.0.0", "Long words of a plan.", ""),) * 2)
    assert [column.look for column in ReportTable.of(table).columns] == ["digest", "number", "short", "", ""]
