"""When each exercise is due, and how often each scenario was practised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.model.control import add
from generator.model.duration import Duration, Unit
from generator.model.exercises import Exercise, ExercisePlan, ExerciseRecord
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario

_YEAR, _YEAR_AGO = Duration(1, Unit.YEAR), Duration(-1, Unit.YEAR)


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry of the programme, its newest record, and the last day on which it may be held again.

    `due_on` counts from the newest record, or else from the newest revision of the programme; None if there is neither.
    """

    exercise: Exercise
    last: ExerciseRecord | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Practice:
    """The entries of the programme that cover a scenario, and their records up to a day, oldest first.

    A record from before the plan was there is none of it: the programme named it later.
    """

    scenario: Scenario
    exercises: tuple[Exercise, ...]
    records: tuple[ExerciseRecord, ...]

    @property
    def last(self) -> ExerciseRecord | None:
        return self.records[-1] if self.records else None

    def next_on(self, as_of: date) -> date | None:
        """The first day, from `as_of` on, for which an exercise is planned."""
        return min((e.next_on for e in self.exercises if e.next_on >= as_of), default=None)


class RoundState(StrEnum):
    """How a round of an exercise stands."""

    HELD = "held"
    MISSED = "missed"
    OVERDUE = "overdue"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Round:
    """One time that an exercise was held or should be, on the day of its record or the day it is planned for."""

    exercise: Exercise
    on: date
    state: RoundState
    record: ExerciseRecord | None = None


def rounds(handbook: Handbook, as_of: date) -> Iterator[Round]:
    """The rounds of every exercise in use, of the year before a day and the year after it, in order of days.

    The programme keeps only the next day. Earlier ones are counted back from it by `every`, but not beyond the first
    record: before that, nobody knows whether there was an exercise. Such a day is missed if there is no record within
    half an interval of it.
    """
    records = held(handbook, as_of)
    for turn in turns(handbook, as_of):
        own = tuple(record for record in records if record.exercise == turn.exercise.id)
        yield from sorted(_rounds(turn.exercise, own, as_of), key=lambda one: one.on)


def _rounds(exercise: Exercise, records: tuple[ExerciseRecord, ...], as_of: date) -> Iterator[Round]:
    first, last = add(as_of, _YEAR_AGO), add(as_of, _YEAR)
    yield from (Round(exercise, record.on, RoundState.HELD, record) for record in records if record.on > first)
    half = timedelta(minutes=exercise.every.minutes) / 2
    for day in _days_before(exercise, max(first, records[0].on)) if records else ():
        if day < as_of and not any(abs(record.on - day) < half for record in records):
            yield Round(exercise, day, RoundState.MISSED)
    for day in days_of(exercise, last):
        if day >= as_of:
            yield Round(exercise, day, RoundState.PLANNED)
        elif not any(record.on >= day for record in records):
            yield Round(exercise, day, RoundState.OVERDUE)


def days_of(exercise: Exercise, last: date) -> Iterator[date]:
    """The next round, even one that is overdue or far away, and those that follow up to a day."""
    yield exercise.next_on
    # Counted from the first day, so that the 31st comes back after a shorter month.
    day, number = exercise.next_on, 1
    while day < (day := _turn(exercise, number)) <= last:
        yield day
        number += 1


def _days_before(exercise: Exercise, first: date) -> Iterator[date]:
    """The days on which rounds should have been, counted back, after a day."""
    day, number = exercise.next_on, 1
    while first < (earlier := _turn(exercise, -number)) < day:
        day, number = earlier, number + 1
        yield day


def _turn(exercise: Exercise, number: int) -> date:
    return add(exercise.next_on, Duration(exercise.every.amount * number, exercise.every.unit))


def held(handbook: Handbook, as_of: date) -> tuple[ExerciseRecord, ...]:
    """Records of exercises that took place up to a day, oldest first."""
    records = (record for record in handbook.exercise_records.values() if record.on <= as_of)
    return tuple(sorted(records, key=lambda record: record.on))


def turns(handbook: Handbook, as_of: date) -> Iterator[Turn]:
    """Every entry of the programmes that are in use."""
    last = {record.exercise: record for record in held(handbook, as_of)}
    for plan in handbook.of_type(ExercisePlan):
        if not plan.control.retired:
            for exercise in plan.programme:
                record = last.get(exercise.id)
                counted_from = record or plan.control.newest
                yield Turn(exercise, record, add(counted_from.on, exercise.every) if counted_from else None)


def practices(handbook: Handbook, as_of: date) -> Iterator[Practice]:
    """Every scenario that is in use, with what practises it."""
    records = held(handbook, as_of)
    for scenario in handbook.scenarios.values():
        if not scenario.control.retired:
            exercises = tuple(e for e in handbook.exercises.values() if scenario.id in e.scenarios)
            names = {exercise.id for exercise in exercises}
            own = (record for record in records if record.exercise in names)
            yield Practice(scenario, exercises, tuple(r for r in own if scenario.control.began_by(r.on)))
