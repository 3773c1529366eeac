"""What a scenario must reach as a whole."""

from __future__ import annotations

from generator.analysis.schedule import schedule
from generator.analysis.targets import longest_grade, returns
from tests.unit.analysis.sample_plans import handbook, scenario, severity, step, system, technical


def test_the_grade_that_leaves_most_time_counts() -> None:
    plan = scenario(step("a"), severity=[{"grade": "grade-1", "when": "Bad."}, {"grade": "grade-2", "when": "Mild."}])
    grades = severity(1, 2)
    longer = grades.grades[1].model_dump(mode="json") | {"within": "5 h"}
    book = handbook(plan, grades.model_copy(update={"grades": (grades.grades[0], type(grades.grades[1])(**longer))}))
    found = longest_grade(book, plan)
    assert found is not None
    assert found.id == "grade-2"
    assert longest_grade(book, scenario(step("a"))) is None


def test_a_system_is_back_with_the_first_step_that_restores_it() -> None:
    plan = scenario(
        step("second", "50 min", restores=["shop", "mail"]),
        step("first", "20 min", restores=["mail"]),
    )
    found = returns(handbook(plan, technical(system("shop"), system("mail"))), schedule(plan))
    assert [(back.system.id, back.by.step.id, back.number) for back in found] == [
        ("mail", "first", 0),
        ("shop", "second", 0),
    ]
