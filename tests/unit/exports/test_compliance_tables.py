"""Register, due dates and exercises as tables: the facts of their pages, and all of them."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.approvals import approvals, record_of
from generator.analysis.facts import Facts
from generator.exports import Table
from generator.exports.due_table import due_table
from generator.exports.exercise_tables import exercise_tables
from generator.exports.register_table import register_table
from generator.exports.table import Cell, TableWords
from generator.i18n.words import Translator
from generator.model.handbook import Handbook
from generator.pipeline import Project, translator_for
from generator.views.due import view_due
from generator.views.exercises import view_exercises
from generator.views.sitemap import Sitemap
from tests.unit.analysis.sample_plans import (
    AS_OF,
    exercise,
    exercises,
    handbook,
    organization,
    record,
    role,
    scenario,
    step,
)

ENGLISH = Translator("en", "en")


def register(book: Handbook) -> dict[Cell, dict[str, Cell]]:
    """Cells of the register by plan and column."""
    return by_first(register_table(TableWords(Facts(book, AS_OF), ENGLISH), Sitemap.of(book)))


def by_first(table: Table) -> dict[Cell, dict[str, Cell]]:
    return {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}


def exercise_table(name: str, facts: Facts) -> Table:
    return next(table for table in exercise_tables(TableWords(facts, ENGLISH)) if table.name == name)


def test_the_register_tells_the_record_and_what_changed_since() -> None:
    company = organization([role("guard")])
    before = handbook(company, scenario(step("see"), control={"owner": "guard"}))
    approval = next(found for found in approvals(before) if found.plan.id == "outage")
    kept = record_of(approval, "chief", None, {}, AS_OF)
    changed = scenario(step("see", likely="6 min"), step("call"), control={"owner": "guard"})
    rows = register(replace(handbook(company, changed), approvals=(kept,)))
    row = rows["outage"]
    assert row["Approval"] == "changed since approval"
    assert (row["Recorded version"], row["Recorded approver"], row["Recorded on"]) == ("1.0.0", "Chief", "2026-01-31")
    assert row["Changed since approval"] == "detect/see: changed\ndetect/call: added"
    assert row["Fingerprint"] != kept.fingerprint
    assert len(str(row["Fingerprint"])) == 64
    assert (rows["organization"]["Approval"], rows["organization"]["Recorded approver"]) == (
        "approval not recorded",
        "",
    )


def test_due_dates_are_those_of_the_page(bundled_facts: Facts) -> None:
    sitemap = Sitemap.of(bundled_facts.handbook)
    table = due_table(TableWords(bundled_facts, ENGLISH), sitemap)
    rows = view_due(bundled_facts, sitemap).rows
    assert [(row[0], row[1]) for row in table.rows] == [(row.on.isoformat(), row.days_left) for row in rows]
    assert {row[3] for row in table.rows} == {row.kind for row in rows}


def test_every_round_of_the_programme_is_a_row_and_a_record_brings_its_numbers() -> None:
    held = record("drill", "2026-08-01", "late") | {
        "timings": [{"what": "Out", "limit": "3 min", "measured": minutes} for minutes in ("2 min", "4 min")]
    }
    plan = exercises(exercise("drill", every="12 months", next_on="2027-08-01"), records=[held])
    table = exercise_table("exercises", Facts(handbook(plan), AS_OF))
    first, second = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (first["Day"], first["State"], first["Record"]) == ("2026-08-01", "held", "drill-2026-08-01")
    assert (first["Times measured"], first["Within the limit"], first["Findings"]) == (2, 1, 1)
    assert (second["Day"], second["State"], second["Record"], second["Times measured"]) == (
        "2027-08-01",
        "planned",
        "",
        None,
    )


def test_each_change_for_a_finding_is_a_row_and_a_finding_without_one_has_a_row_too(bundled_facts: Facts) -> None:
    table = exercise_table("exercise-findings", bundled_facts)
    findings = view_exercises(bundled_facts).findings
    assert len(table.rows) == sum(max(1, len(row.demands) + len(row.also)) for row in findings)
    demanded = [(row.finding.id, one.plan.id, one.name) for row in findings for one in row.demands]
    also = [(row.finding.id, one.plan.id, one.name) for row in findings for one in row.also]
    told = [(row[0], row[6], row[7]) for row in table.rows if row[6]]
    assert [cells for cells in told if cells[2] != "also changed"] == demanded
    assert [cells for cells in told if cells[2] == "also changed"] == also


def test_every_version_that_names_a_finding_is_in_the_table_of_findings(bundled_facts: Facts) -> None:
    table = exercise_table("exercise-findings", bundled_facts)
    named = {
        (finding, plan.id, revision.version)
        for plan in bundled_facts.handbook.plans
        for revision in plan.control.history
        for finding in revision.resolves
    }
    assert named
    assert {(row[0], row[6], row[9]) for row in table.rows if row[9]} == named
    undemanded = {row.finding.id for row in view_exercises(bundled_facts).findings if not row.demands and row.also}
    assert undemanded
    assert {(row[7], row[8]) for row in table.rows if row[0] in undemanded} == {("also changed", "")}


def test_actions_are_those_of_the_page_with_their_finding_and_proof(bundled_facts: Facts) -> None:
    table = by_first(exercise_table("corrective-actions", bundled_facts))
    for row in view_exercises(bundled_facts).actions:
        cells = table[row.action.id]
        assert (cells["Due"], cells["Days left"]) == (row.action.due_on.isoformat(), row.days_left)
        assert cells["Overdue"] == ("yes" if row.overdue else "")
        assert bool(cells["Proof"]) is bool(row.action.evidence)
        assert cells["What it showed"]


def test_tables_speak_the_language_of_the_reader(bundled_project: Project, bundled_facts: Facts) -> None:
    chinese = translator_for(bundled_project, bundled_facts.handbook, "zh")
    table = exercise_table("corrective-actions", bundled_facts)
    told = next(found for found in exercise_tables(TableWords(bundled_facts, chinese)) if found.name == table.name)
    assert [row[0] for row in told.rows] == [row[0] for row in table.rows]
    assert all(row[1] != other[1] for row, other in zip(told.rows, table.rows, strict=True))
