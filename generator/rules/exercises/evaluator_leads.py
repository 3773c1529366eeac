"""Whoever leads an exercise also judges it.

`led_by` and `evaluated_by` of an exercise or of a record are the same role, or the same person is called first for
both.

## Why

Nobody sees the own mistakes while giving the orders. A judgement of one's own exercise is always "good".

## How to fix

Name another role in `evaluated_by`, whose holder has no part in the exercise: audit, legal, a neighbour department or
a guest.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.exercises import Exercise, ExerciseRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    handbook = facts.handbook
    judged: list[Exercise | ExerciseRecord] = [*handbook.exercises.values(), *handbook.exercise_records.values()]
    for held in judged:
        what = "record" if isinstance(held, ExerciseRecord) else "exercise"
        person = shared_person(handbook, held.led_by, held.evaluated_by)
        if held.led_by == held.evaluated_by:
            fault = f"`{held.led_by}` leads the {what} `{held.id}` and judges it too."
        elif person:
            fault = (
                f"`{person.id}` leads the {what} `{held.id}` as `{held.led_by}` and judges it as `{held.evaluated_by}`."
            )
        else:
            continue
        yield Problem(
            Place.of(held, "evaluated_by"),
            fault,
            expected="a role whose holder does not lead it",
            remedy="Name another role in `evaluated_by`.",
            related=(Related(Place.of(held, "led_by"), "leads it"),),
        )
