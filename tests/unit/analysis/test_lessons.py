"""What exercises and emergencies showed."""

from __future__ import annotations

from datetime import date

from generator.analysis.lessons import demands, lessons
from generator.model.control import Revision
from tests.unit.analysis.sample_plans import Fields, exercise, exercises, handbook, record, scenario, step


def incident(*findings: str) -> Fields:
    return {
        "id": "night",
        "title": "Night",
        "scenario": "outage",
        "began_on": "2026-05-01",
        "ended_on": "2026-05-03",
        "findings": [{"id": name, "finding": "Bad.", "cause": "Haste."} for name in findings],
    }


def action(name: str, finding: str) -> Fields:
    return {"id": name, "finding": finding, "do": "Mend.", "owner": "chief", "due_on": "2026-12-01", "status": "open"}


def test_findings_of_exercises_and_of_emergencies_are_lessons_of_their_day() -> None:
    plan = exercises(exercise("drill"), records=[record("drill", "2026-03-01", "late")], incidents=[incident("dark")])
    found = list(lessons(handbook(scenario(step("see")), plan)))
    assert [(lesson.finding.id, lesson.source.id, lesson.on) for lesson in found] == [
        ("late", "drill-2026-03-01", date(2026, 3, 1)),
        ("dark", "night", date(2026, 5, 1)),
    ]


def test_a_lesson_knows_all_actions_for_its_finding_and_no_others() -> None:
    actions = [action("one", "late"), action("two", "dark"), action("three", "late")]
    plan = exercises(exercise("drill"), records=[record("drill", "2026-03-01", "late", "loud")], actions=actions)
    found = {lesson.finding.id: [item.id for item in lesson.actions] for lesson in lessons(handbook(plan))}
    assert found == {"late": ["one", "three"], "loud": []}


def changing(*revisions: Fields) -> list[tuple[str, str | None, str | None]]:
    """Demands of a finding of March that the scenario changes: path, what meets it, what came too early."""
    plan = exercises(exercise("drill"), records=[record("drill", "2026-03-01", "late")])
    finding = plan.records[0].findings[0].model_copy(update={"changes_scenarios": ("outage",)})
    records = (plan.records[0].model_copy(update={"findings": (finding,)}),)
    given = scenario(step("see"))
    history = tuple(Revision.model_validate({"by": "chief", "change": "New.", **revision}) for revision in revisions)
    changed = given.model_copy(update={"control": given.control.model_copy(update={"revisions": history})})
    found = demands(handbook(changed, plan.model_copy(update={"records": records})))
    return [(demand.path[0], version(demand.met_by), version(demand.older)) for demand in found]


def version(revision: Revision | None) -> str | None:
    return revision.version if revision else None


def test_a_demand_is_met_by_a_version_that_names_the_finding_and_is_not_older_than_its_day() -> None:
    first = {"version": "1.0.0", "on": "2026-01-01"}
    named = {"version": "1.1.0", "on": "2026-03-01", "resolves": ["late"]}
    assert changing(first, named) == [("changes_scenarios", "1.1.0", None)]
    assert changing(first, {**named, "resolves": []}) == [("changes_scenarios", None, None)]
    assert changing({**first, "resolves": ["late"]}, {**named, "resolves": []}) == [
        ("changes_scenarios", None, "1.0.0")
    ]
