"""An exercise should have been held by now, and its date has moved on, but there is no record of it.

The last record of the exercise plus `every` has passed, while `next_on` lies ahead. For an exercise without a record
the time counts from the newest revision of the programme.

## Why

An exercise without a report teaches nothing, and nobody can tell whether it took place. ISO 22301 wants a report with
outcomes and actions after every exercise.

## How to fix

Write the record under `records`: day, place, who took part, times against limits, strengths, findings, conclusion. If
the exercise did not take place, hold it now and write the record then.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import Turn, turns
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.5", "NIST SP 800-84")


def check(facts: Facts) -> Iterator[Problem]:
    for turn in turns(facts.handbook, facts.as_of):
        if turn.due_on and turn.due_on < facts.as_of <= turn.exercise.next_on:
            yield _problem(turn)


def _problem(turn: Turn) -> Problem:
    exercise, last = turn.exercise, turn.last
    known = f"its last record is of {last.on}" if last else "it has no record"
    related = (Related(Place.of(last, "on"), "the last record"),) if last else ()
    return Problem(
        Place.of(exercise, "next_on"),
        f"The exercise `{exercise.id}` had to be held by {turn.due_on} and is now planned for {exercise.next_on},"
        f" but {known}.",
        expected=f"a record of the exercise that was due by {turn.due_on}",
        remedy="Write the record under `records`, or hold the exercise now and write it then.",
        related=(Related(Place.of(exercise, "every"), "the cadence"), *related),
    )
