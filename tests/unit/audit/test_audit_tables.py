"""Tables tell who approved which content, and what was measured."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.analysis.facts import Facts
from generator.analysis.fingerprint import Fingerprints
from generator.audit.tables import (
    approvals_table,
    incidents_table,
    records_table,
    report_table,
    restores_table,
    timings_table,
    waivers_table,
)
from generator.checker.engine import Inspection, Waived
from generator.exports.table import Table, TableWords
from generator.finding import Finding, Level, Report
from generator.model.approval import ApprovalRecord
from generator.model.control import Plan
from generator.model.governance import WaiverPlan
from generator.model.handbook import Handbook
from generator.model.technical import TechnicalPlan
from generator.position import Position
from tests.unit.analysis.sample_plans import (
    AS_OF,
    Fields,
    exercise,
    exercises,
    handbook,
    head,
    organization,
    record,
    role,
    scenario,
    step,
    system,
)
from tests.unit.audit.audited import ENGLISH

FINDING = Finding("deputy-missing", "Nobody.", Position("plans/a.yml", 3, 1), remedy="Name one.", level=Level.WARNING)


def words(*plans: Plan, approvals: tuple[ApprovalRecord, ...] = ()) -> TableWords:
    book = handbook(*plans)
    return TableWords(Facts(Handbook(book.settings, book.plans, (), approvals), AS_OF), ENGLISH)


def rows(table: Table) -> list[dict[str, Any]]:
    assert all(len(row) == len(table.columns) for row in table.rows)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def approved(plan: Plan, fingerprint: str) -> ApprovalRecord:
    return ApprovalRecord.model_validate(
        {"plan": plan.id, "version": "1.0.0", "by": "chief", "on": "2026-02-01", "fingerprint": fingerprint}
    )


@pytest.mark.parametrize(("in_record", "in_manifest", "equal", "state"), [
    ("same", "same", "yes", "approved as it stands"),
    ("same", "other", "no", "approved as it stands"),
    ("other", "same", "no", "changed since approval"),
    ("other", "other", "no", "changed since approval"),
])  # fmt: skip
def test_fingerprints_agree_only_if_plan_record_and_manifest_have_the_same(
    in_record: str, in_manifest: str, equal: str, state: str
) -> None:
    plan = scenario(step("see"))
    book = handbook(plan)
    prints = {"same": Fingerprints(book).of(plan).whole, "other": "0" * 64}
    table = approvals_table(words(plan, approvals=(approved(plan, prints[in_record]),)), {plan.id: prints[in_manifest]})
    row = next(row for row in rows(table) if row["Plan"] == plan.id)
    assert (row["All fingerprints are equal"], row["Approval"]) == (equal, state)
    assert row["Fingerprint of the plan"] == prints["same"]
    assert row["Fingerprint in the approval record"] == prints[in_record]
    assert row["Fingerprint in the manifest"] == prints[in_manifest]
    assert (row["Recorded version"], row["Recorded approver"], row["Recorded on"]) == ("1.0.0", "Chief", "2026-02-01")


def test_a_plan_without_record_or_place_in_the_manifest_agrees_with_nothing() -> None:
    for row in rows(approvals_table(words(scenario(step("see"))), {})):
        assert row["All fingerprints are equal"] == "no"
        assert (row["Fingerprint in the approval record"], row["Fingerprint in the manifest"]) == ("", "")


def test_times_are_within_their_limit_up_to_the_very_minute() -> None:
    timings = [{"what": "Out", "limit": "5 min", "measured": took} for took in ("4 min", "5 min", "330 s")]
    held = record("drill", "2026-10-01") | {"timings": timings}
    found = rows(timings_table(words(scenario(step("see")), exercises(exercise("drill", "outage"), records=[held]))))
    assert [(row["Took (min)"], row["Within limit"]) for row in found] == [(4, "yes"), (5, "yes"), (5.5, "no")]


def test_records_and_emergencies_come_newest_first() -> None:
    held = [record("drill", day) for day in ("2026-03-01", "2026-09-01")]
    incidents = [
        {"id": f"on-{day}", "title": "Dark", "scenario": "outage", "began_on": day}
        for day in ("2026-04-01", "2026-05-01")
    ]
    given = words(scenario(step("see")), exercises(exercise("drill", "outage"), records=held, incidents=incidents))
    assert [row["Held on"] for row in rows(records_table(given))] == ["2026-09-01", "2026-03-01"]
    assert rows(records_table(given))[0]["Plans practised"] == "Title of outage"
    assert [row["Began"] for row in rows(incidents_table(given))] == ["2026-05-01", "2026-04-01"]


def test_a_record_tells_place_and_roles_and_what_it_proves() -> None:
    held = record("drill", "2026-10-01") | {"place": "Depot", "evaluated_by": "guard", "absent": ["guard", "clerk"]}
    company = organization([role("guard"), role("clerk")])
    plan = exercises(exercise("drill", "outage"), records=[held])
    (row,) = rows(records_table(words(company, scenario(step("see")), plan)))
    assert (row["Place"], row["Led by"], row["Judged by"]) == ("Depot", "Chief", "Guard")
    assert (row["Took part"], row["Absent"], row["Conclusion"]) == ("Chief", "Guard\nClerk", "Keep.")


def restore(on: str, **changes: Any) -> Fields:
    """A restore of a whole copy of 100 GB in an hour."""
    given: Fields = {"id": f"test-{on}", "job": "nightly", "on": on, "by": "chief", "copy_age": "90 min"}
    given |= {"restored_gb": 100, "took": "1 h", "target": "Test server", "checks": "Sums.", "result": "passed"}
    return given | {"repeat_every": "1 month"} | changes


def restores(rto: str | None, *tests: Fields) -> list[dict[str, Any]]:
    job: Fields = {"id": "nightly", "title": "Nightly copy", "system": "shop", "method": "full", "every": "1 day"}
    job |= {"takes": "1 h", "size_gb": 100, "chosen_because": "Small.", "copies": [], "checked_by": "Sums"}
    given = head("technical") | {
        "systems": [system("shop") | {"rto": rto}],
        "backup_jobs": [job],
        "restore_tests": list(tests),
    }
    return rows(restores_table(words(TechnicalPlan.model_validate(given))))


def test_restore_tests_come_newest_first_with_what_was_restored_and_how_it_ended() -> None:
    failed = restore("2026-10-01", result="failed", deviations="Broke off.")
    new, old = restores("4 h", restore("2026-09-01"), failed)
    assert (new["Day"], new["Result"], new["Deviations"]) == ("2026-10-01", "failed", "Broke off.")
    assert (old["Backup job"], old["System"], old["Restored to"]) == ("Nightly copy", "Shop", "Test server")
    assert (old["Age of the copy (h)"], old["Carried out by"], old["How it was checked"]) == (1.5, "Chief", "Sums.")
    assert (old["Result"], old["Repeat by"]) == ("passed", "2026-10-01")


@pytest.mark.parametrize(("rto", "copy_gb", "needed", "within"), [
    ("1 h", None, 60, "yes"), ("59 min", None, 60, "no"),
    ("2 h", 200, 120, "yes"), ("119 min", 200, 120, "no"),
    (None, None, 60, ""),
])  # fmt: skip
def test_a_restore_is_held_against_the_objective_with_the_time_for_the_whole_copy(
    rto: str | None, copy_gb: float | None, needed: float, within: str
) -> None:
    (row,) = restores(rto, restore("2026-10-01", copy_gb=copy_gb))
    assert (row["Took (min)"], row["Whole copy at that rate (min)"], row["Within objective"]) == (60, needed, within)
    assert (row["Recovery time objective (min)"] is None) is (rto is None)


def test_findings_of_the_checker_and_waivers_with_their_reasons_are_told() -> None:
    waiver = {"id": "later", "rule": "deputy-missing", "at": "a.yml", "reason": "New post.", "approver": "chief"}
    plan = WaiverPlan.model_validate(
        head("waivers", waivers=[waiver | {"approved_on": "2026-10-01", "expires_on": "2026-12-31"}])
    )
    given = words(organization(), plan)
    accepted = Waived(FINDING, next(iter(given.facts.handbook.waivers.values())))
    inspection = Inspection(Report.of([FINDING], {}), (accepted,))
    (found,) = rows(report_table(given, inspection))
    assert (found["Level"], found["Rule"], found["File"], found["Line"]) == (
        "warning",
        "deputy-missing",
        "plans/a.yml",
        3,
    )
    assert (found["Finding"], found["Remedy"]) == ("Nobody.", "Name one.")
    (row,) = rows(waivers_table(given, inspection))
    assert (row["What is accepted"], row["Reason"], row["Until"]) == ("Nobody.", "New post.", "2026-12-31")


def test_the_worst_findings_come_first() -> None:
    levels = [Level.NOTE, Level.ERROR, Level.WARNING]
    found = [replace(FINDING, level=level, position=Position("a.yml", line, 1)) for line, level in enumerate(levels, 1)]
    table = report_table(words(), Inspection(Report.of(found, {})))
    assert [row["Level"] for row in rows(table)] == ["error", "warning", "note"]
