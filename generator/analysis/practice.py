"""When each exercise is due, and how often each scenario was practised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.control import add
from generator.model.exercises import Exercise, ExercisePlan, ExerciseRecord
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario


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
    """The entries of the programme that cover a scenario, and their records up to a day, oldest first."""

    scenario: Scenario
    exercises: tuple[Exercise, ...]
    records: tuple[ExerciseRecord, ...]

    @property
    def last(self) -> ExerciseRecord | None:
        return self.records[-1] if self.records else None

    def next_on(self, as_of: date) -> date | None:
        """The first day, from `as_of` on, for which an exercise is planned."""
        return min((e.next_on for e in self.exercises if e.next_on >= as_of), default=None)


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
            yield Practice(scenario, exercises, tuple(r for r in records if r.exercise in names))
