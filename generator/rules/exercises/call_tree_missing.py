"""Nobody has tried lately whether the calls reach everybody.

The programme has an exercise of the kind `call-tree`, and one of them has a record of the last 12 months. A call tree
that was never held may lie ahead by up to `exercised_within`.

## Why

Every plan begins with a call. Numbers change, phones are silent at night, one caller is too slow for forty numbers;
only a call without notice shows it. ISO 22301 wants the means of alerting to be exercised.

## How to fix

Add an exercise with `exercise: call-tree`, hold it outside working hours without notice, and write its record with the
time until the last one was reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.analysis.facts import Facts
from generator.analysis.practice import Turn, turns
from generator.finding import Level
from generator.model.control import add
from generator.model.duration import Duration, Unit
from generator.model.exercises import ExerciseKind, ExercisePlan
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.3",)
THRESHOLDS = ("exercised_within",)
LONGEST = Duration(12, Unit.MONTH)


def check(facts: Facts) -> Iterator[Problem]:
    entries = list(turns(facts.handbook, facts.as_of))
    calls = [turn for turn in entries if turn.exercise.exercise is ExerciseKind.CALL_TREE]
    if entries and not calls:
        yield _not_planned(facts)
    elif calls and not any(_is_recent(turn, facts) for turn in calls):
        yield _not_held(max(calls, key=lambda turn: turn.last.on if turn.last else date.min))


def _is_recent(turn: Turn, facts: Facts) -> bool:
    if turn.last:
        return add(turn.last.on, LONGEST) >= facts.as_of
    within = facts.handbook.settings.thresholds.exercised_within
    return facts.as_of <= turn.exercise.next_on <= add(facts.as_of, within)


def _not_planned(facts: Facts) -> Problem:
    plan = next(plan for plan in facts.handbook.of_type(ExercisePlan) if plan.programme)
    return Problem(
        Place.of(plan.programme[0], "exercise"),
        "The programme has no call tree: nobody tries whether the calls reach everybody.",
        expected="an exercise with `exercise: call-tree`",
        remedy="Add a call tree every 3 months, without notice and outside working hours.",
    )


def _not_held(turn: Turn) -> Problem:
    last = turn.last
    fault = f"was last held on {last.on}, more than {LONGEST} ago" if last else "was never held"
    return Problem(
        Place.of(turn.exercise, "next_on"),
        f"The call tree `{turn.exercise.id}` {fault}, and is planned for {turn.exercise.next_on}.",
        expected=f"a record of a call tree within {LONGEST}",
        remedy="Hold the call tree now and write its record under `records`.",
        related=(Related(Place.of(last, "on"), "last held here"),) if last else (),
    )
