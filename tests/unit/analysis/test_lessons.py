"""What exercises and emergencies showed."""

from __future__ import annotations

from datetime import date

from generator.analysis.lessons import lessons
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
