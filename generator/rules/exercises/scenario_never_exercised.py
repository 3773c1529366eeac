"""A scenario was never exercised, and no exercise of it comes soon enough.

No exercise that covers the scenario has a record, and none is planned until the first revision of its plan plus
`exercised_within`. Scenarios without any exercise are told by `scenario-not-planned`.

## Why

"Updated but not tested" is what inspectors write most often about emergency plans. Wrong numbers, missing keys and
steps in the wrong order only show when people walk through them.

## How to fix

Hold an exercise that covers the scenario and write its record, or put `next_on` of such an exercise forward. A
tabletop of one hour is enough for the first time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.analysis.facts import Facts
from generator.analysis.practice import Practice, practices
from generator.finding import Level
from generator.model.control import add
from generator.model.exercises import Exercise
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5", "US DOJ OIG audit a0325 (plans updated but not tested)")
THRESHOLDS = ("exercised_within",)


def check(facts: Facts) -> Iterator[Problem]:
    within = facts.handbook.settings.thresholds.exercised_within
    for practice in practices(facts.handbook, facts.as_of):
        history = practice.scenario.control.history
        if practice.exercises and not practice.records and history:
            limit = add(history[0].on, within)
            coming = practice.next_on(facts.as_of)
            if coming is None or coming > limit:
                yield _problem(practice, limit, coming)


def _problem(practice: Practice, limit: date, coming: date | None) -> Problem:
    scenario = practice.scenario
    first = scenario.control.history[0]
    exercise = _next(practice, coming)
    return Problem(
        Place.of(scenario, "id"),
        f"The scenario `{scenario.id}` exists since {first.on} and was never exercised;"
        f" {f'`{exercise.id}` is planned for {coming}' if coming else 'no exercise lies ahead'}.",
        expected=f"a record of an exercise that covers it, or one planned until {limit}",
        remedy=f"Hold `{exercise.id}` earlier and write its record, or add a tabletop for `{scenario.id}`.",
        related=(
            Related(Place.of(exercise, "next_on"), "the exercise that covers it"),
            Related(Place.of(first, "on"), "first written here"),
        ),
    )


def _next(practice: Practice, coming: date | None) -> Exercise:
    return next((e for e in practice.exercises if e.next_on == coming), practice.exercises[0])
