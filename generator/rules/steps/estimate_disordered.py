"""The times of a step are not in order.

In `takes`, `best` is longer than `likely`, or `likely` is longer than `worst`.

## Why

Every schedule in the handbook is worked out from these three numbers. With two of them swapped the plan looks faster
than it is, and limits that cannot be kept go unnoticed.

## How to fix

Write the shortest time in `best`, the usual one in `likely` and the longest in `worst`. Look at the units first: `2 h`
is longer than `90 min`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            yield from _disordered(step)


def _disordered(step: Step) -> Iterator[Problem]:
    takes = step.takes
    for shorter, longer in (("best", "likely"), ("likely", "worst")):
        first, second = getattr(takes, shorter), getattr(takes, longer)
        if first.minutes > second.minutes:
            yield Problem(
                Place.of(takes, longer),
                f"`{step.id}` takes {first} at `{shorter}`, but only {second} at `{longer}`.",
                expected=f"{first} or longer",
                remedy=f"Correct `{shorter}` or `{longer}`; they may be swapped.",
                related=(Related(Place.of(takes, shorter), f"the longer `{shorter}`"),),
            )
