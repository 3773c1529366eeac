"""When an exercise is due, and what practises a scenario."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.analysis.practice import Practice, RoundState, Turn, held, practices, rounds, turns
from generator.model.handbook import Handbook
from tests.unit.analysis.sample_plans import AS_OF, Fields, exercise, exercises, handbook, record, scenario, step


def turn(entry: Fields, **more: Any) -> Turn:
    (found,) = turns(handbook(exercises(entry, **more)), AS_OF)
    return found


def practice(book: Handbook, name: str = "outage") -> Practice:
    return next(found for found in practices(book, AS_OF) if found.scenario.id == name)


def revised(*days: str) -> Fields:
    entries = [{"version": f"1.{n}.0", "on": day, "by": "chief", "change": "More."} for n, day in enumerate(days)]
    return {"revisions": entries}


def test_an_exercise_is_due_its_interval_after_its_newest_record() -> None:
    records = [record("drill", "2026-08-31"), record("drill", "2026-02-01"), record("other", "2026-10-01")]
    found = turn(exercise("drill"), records=records, control=revised("2026-11-01"))
    assert found.last is not None
    assert found.last.id == "drill-2026-08-31"
    assert found.due_on == date(2027, 2, 28)


def test_without_a_record_the_newest_revision_of_the_programme_counts() -> None:
    found = turn(exercise("drill", every="1 month"), control=revised("2026-05-01", "2026-10-20"))
    assert (found.last, found.due_on) == (None, date(2026, 11, 20))


def test_without_record_and_revision_no_day_is_known() -> None:
    assert turn(exercise("drill")).due_on is None


def test_a_record_of_a_later_day_does_not_count_yet() -> None:
    book = handbook(exercises(records=[record("drill", "2026-11-22"), record("drill", "2026-11-23")]))
    assert [found.on for found in held(book, AS_OF)] == [AS_OF]


def test_a_retired_programme_has_no_turns() -> None:
    book = handbook(exercises(exercise("drill"), control={"status": "retired"}))
    assert not list(turns(book, AS_OF))


def test_a_scenario_is_practised_by_every_exercise_that_names_it() -> None:
    entries = [exercise("talk", "outage"), exercise("drill", "fire", "outage"), exercise("walk", "fire")]
    days = [record("drill", "2026-03-01"), record("talk", "2026-02-01"), record("walk", "2026-04-01")]
    found = practice(handbook(scenario(step("see")), exercises(*entries, records=days)))
    assert [item.id for item in found.exercises] == ["talk", "drill"]
    assert [item.id for item in found.records] == ["talk-2026-02-01", "drill-2026-03-01"]
    assert found.last is found.records[-1]


def test_a_record_from_before_the_plan_was_there_is_no_practice_of_it() -> None:
    begun = {"revisions": [{"version": "1.0.0", "on": "2026-05-01", "by": "chief", "change": "First."}]}
    held_on = [record("drill", day) for day in ("2026-04-30", "2026-05-01")]
    found = practice(
        handbook(scenario(step("see"), control=begun), exercises(exercise("drill", "outage"), records=held_on))
    )
    assert [one.on for one in found.records] == [date(2026, 5, 1)]


def test_a_scenario_that_was_never_practised_has_no_last_record() -> None:
    found = practice(handbook(scenario(step("see"))))
    assert (found.exercises, found.records, found.last) == ((), (), None)


def test_the_next_exercise_is_the_first_that_lies_ahead_and_today_counts() -> None:
    entries = [
        exercise("past", "outage", next_on="2026-11-21"),
        exercise("today", "outage", next_on="2026-11-22"),
        exercise("later", "outage", next_on="2026-12-01"),
    ]
    found = practice(handbook(scenario(step("see")), exercises(*entries)))
    assert found.next_on(AS_OF) == AS_OF
    assert found.next_on(date(2026, 12, 2)) is None


def test_a_retired_scenario_needs_no_practice() -> None:
    assert not list(practices(handbook(scenario(step("see"), control={"status": "retired"})), AS_OF))


def told(entry: Fields, *held_on: str, **control: str) -> list[tuple[str, RoundState]]:
    plan = exercises(entry, records=[record("drill", day) for day in held_on], control=control)
    return [(one.on.isoformat(), one.state) for one in rounds(handbook(plan), AS_OF)]


def test_rounds_of_the_next_year_are_counted_from_the_next_day() -> None:
    assert told(exercise("drill", every="4 months", next_on="2027-01-31")) == [
        ("2027-01-31", RoundState.PLANNED),
        ("2027-05-31", RoundState.PLANNED),
        ("2027-09-30", RoundState.PLANNED),
    ]


def test_a_round_of_today_is_planned_and_one_of_yesterday_overdue() -> None:
    every = {"every": "10 years"}
    assert told(exercise("drill", next_on="2026-11-22", **every)) == [("2026-11-22", RoundState.PLANNED)]
    assert told(exercise("drill", next_on="2026-11-21", **every)) == [("2026-11-21", RoundState.OVERDUE)]


def test_an_exercise_that_was_held_on_its_day_is_not_overdue_even_if_the_programme_still_says_so() -> None:
    assert told(exercise("drill", every="10 years", next_on="2026-11-01"), "2026-11-02") == [
        ("2026-11-02", RoundState.HELD)
    ]


def test_a_day_before_the_next_one_without_a_record_near_it_is_missed() -> None:
    found = told(exercise("drill", every="3 months", next_on="2026-12-15"), "2026-03-14", "2026-09-20")
    assert [one for one in found if one[1] is not RoundState.PLANNED] == [
        ("2026-03-14", RoundState.HELD),
        ("2026-06-15", RoundState.MISSED),
        ("2026-09-20", RoundState.HELD),
    ]


def test_before_the_first_record_nothing_is_missed() -> None:
    entry = exercise("drill", every="3 months", next_on="2026-12-15")
    assert RoundState.MISSED not in {state for _, state in told(entry)}
    assert RoundState.MISSED not in {state for _, state in told(entry, "2026-09-20")}


def test_a_day_that_lies_ahead_is_never_missed_however_far_away_the_next_one_is() -> None:
    found = told(exercise("drill", every="3 months", next_on="2027-10-15"), "2026-10-01")
    assert found == [("2026-10-01", RoundState.HELD), ("2027-10-15", RoundState.PLANNED)]


def test_only_the_year_before_counts() -> None:
    found = told(exercise("drill", every="6 months", next_on="2027-02-01"), "2024-02-01", "2025-11-22", "2025-11-23")
    assert [one for one in found if one[1] is not RoundState.PLANNED] == [
        ("2025-11-23", RoundState.HELD),
        ("2026-08-01", RoundState.MISSED),
    ]


def test_an_interval_below_a_day_and_a_retired_programme_end() -> None:
    assert len(told(exercise("drill", every="1 min"), "2026-03-01")) == 2
    assert told(exercise("drill"), "2026-03-01", status="retired") == []
