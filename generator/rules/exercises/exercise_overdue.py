"""An exercise is overdue, or is planned later than its own cadence allows.

The day in `next_on` has passed; or `next_on` is later than the last record of the exercise plus `every`. For an
exercise without a record the time counts from the newest revision of the programme.

## Why

What was not practised for long is forgotten, and people and numbers have changed meanwhile. Standards and laws
ask for exercises at planned intervals; an auditor compares the dates.

## How to fix

Hold the exercise and write its record under `records`. Then put `next_on` to a day not later than the record plus
`every`. If the cadence is stricter than you need and any law allows, change `every`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import Turn, turns
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "ISO 22301:2019, 8.5",
    "Measures for emergency plans for work-safety accidents, art. 33",
    "PCI DSS 4.0.1, 12.10.2",
)


def check(facts: Facts) -> Iterator[Problem]:
    for turn in turns(facts.handbook, facts.as_of):
        if turn.exercise.next_on < facts.as_of:
            yield _passed(turn, facts)
        elif turn.due_on and facts.as_of <= turn.due_on < turn.exercise.next_on:
            yield _planned_late(turn)


def _passed(turn: Turn, facts: Facts) -> Problem:
    exercise, last = turn.exercise, turn.last
    if last and last.on >= exercise.next_on:
        return Problem(
            Place.of(exercise, "next_on"),
            f"The exercise `{exercise.id}` was held on {last.on}, but `next_on` still says {exercise.next_on}.",
            expected=f"the next day, {turn.due_on} at the latest",
            remedy="Set `next_on` to the day of the next exercise.",
            related=(Related(Place.of(last, "on"), "held here"),),
        )
    late = (facts.as_of - exercise.next_on).days
    return Problem(
        Place.of(exercise, "next_on"),
        f"The exercise `{exercise.id}` was due on {exercise.next_on}, {late} day{'s' * (late > 1)} ago.",
        expected=f"a day from {facts.as_of} on, with a record of the exercise that was due",
        remedy="Hold the exercise, write its record under `records`, and set `next_on` to the next one.",
    )


def _planned_late(turn: Turn) -> Problem:
    exercise, last = turn.exercise, turn.last
    since = f"was last held on {last.on}" if last else "has no record since the newest revision of the programme"
    related = (Related(Place.of(last, "on"), "last held here"),) if last else ()
    return Problem(
        Place.of(exercise, "next_on"),
        f"The exercise `{exercise.id}` {since} and takes place every {exercise.every}, but is planned for"
        f" {exercise.next_on}, after {turn.due_on}.",
        expected=f"a day not later than {turn.due_on}",
        remedy="Bring `next_on` forward, or change `every` if no law demands it.",
        related=(Related(Place.of(exercise, "every"), "the cadence"), *related),
    )
