"""What falls due, and under which name it is known again."""

from __future__ import annotations

from datetime import date

from generator.analysis.agenda import Appointment, agenda
from generator.analysis.facts import Facts
from generator.model.control import Plan, Status
from tests.unit.analysis.sample_plans import exercise, exercises, handbook, record, scenario, step

AS_OF = date(2026, 11, 22)


def due(*plans: Plan, as_of: date = AS_OF) -> tuple[Appointment, ...]:
    return agenda(Facts(handbook(*plans), as_of))


def rounds(found: tuple[Appointment, ...]) -> dict[str, date]:
    return {appointment.name: appointment.on for appointment in found if appointment.occasion == "exercise"}


def test_an_exercise_comes_back_until_one_year_ahead() -> None:
    plan = exercises(exercise("drill", every="4 months", next_on="2027-01-31"))
    assert rounds(due(plan)) == {
        "exercise.drill.1": date(2027, 1, 31),
        "exercise.drill.2": date(2027, 5, 31),
        "exercise.drill.3": date(2027, 9, 30),
    }


def test_the_next_round_is_told_even_if_it_is_overdue_or_years_away() -> None:
    late, far = exercise("late", every="10 years", next_on="2026-01-01"), exercise("far", next_on="2031-01-01")
    assert rounds(due(exercises(late, far))) == {
        "exercise.late.1": date(2026, 1, 1),
        "exercise.far.1": date(2031, 1, 1),
    }


def test_a_round_keeps_its_name_when_it_is_moved_and_the_next_has_another_once_it_was_held() -> None:
    every = {"every": "12 months"}
    planned = rounds(due(exercises(exercise("drill", next_on="2026-12-01", **every))))
    moved = rounds(due(exercises(exercise("drill", next_on="2026-12-20", **every))))
    assert list(planned) == list(moved) == ["exercise.drill.1"]
    held = exercises(exercise("drill", next_on="2027-11-01", **every), records=[record("drill", "2026-11-20")])
    assert list(rounds(due(held))) == ["exercise.drill.2"]


def test_a_length_below_a_day_ends() -> None:
    assert len(rounds(due(exercises(exercise("drill", every="1 min"))))) == 1


def test_names_are_unique_and_sorted_by_day(bundled_facts: Facts) -> None:
    found = agenda(bundled_facts)
    assert len({appointment.name for appointment in found}) == len(found)
    assert [appointment.on for appointment in found] == sorted(appointment.on for appointment in found)
    assert {str(appointment.occasion) for appointment in found} == {
        "exercise",
        "review",
        "action",
        "waiver",
        "restore-test",
    }


def test_every_plan_in_use_has_its_review(bundled_facts: Facts) -> None:
    reviews = {a.subject.id: a.on for a in agenda(bundled_facts) if a.occasion == "review"}
    plans = [plan for plan in bundled_facts.handbook.plans if not plan.control.retired]
    assert reviews == {plan.id: plan.control.review_due_on for plan in plans}


def test_closed_actions_and_plans_out_of_use_are_left_out() -> None:
    actions = [
        {"id": name, "finding": "late", "do": "Mend.", "owner": "chief", "due_on": "2026-12-01", "status": status}
        for name, status in (("one", "open"), ("two", "closed"), ("three", "in-progress"))
    ]
    plan = exercises(exercise("drill"), records=[record("drill", "2026-03-01", "late")], actions=actions)
    names = {appointment.name for appointment in due(plan, scenario(step("see")))}
    assert {name for name in names if name.startswith("action.")} == {"action.one", "action.three"}
    control = plan.control.model_copy(update={"status": Status.RETIRED})
    retired = plan.model_copy(update={"control": control})
    assert not {name for name in (a.name for a in due(retired)) if "drill" in name or "exercises" in name}
