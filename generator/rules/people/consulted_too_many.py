"""Too many roles must be asked before an urgent step.

A step whose `within` is not longer than `urgent` names at most `consulted_most` roles under `consulted`.

## Why

Each role that must be asked has to be found first. With four calls of five minutes, twenty minutes are gone before the
step begins. Whoever is in a hurry then asks nobody.

## How to fix

Keep the roles without whose answer the step would go wrong. Move the others to `informed`, or ask them in a step of its
own before.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule after common RACI advice",)
THRESHOLDS = ("consulted_most", "urgent")


def check(facts: Facts) -> Iterator[Problem]:
    limits = facts.handbook.settings.thresholds
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            asked = len(set(step.consulted))
            if asked > limits.consulted_most and step.within.minutes <= limits.urgent.minutes:
                yield Problem(
                    Place.of(step, "consulted"),
                    f"The step `{step.id}` must ask {asked} roles, but has only {step.within}.",
                    expected=f"at most {limits.consulted_most} roles to ask in a step of {limits.urgent} or less",
                    remedy="Move roles whose answer cannot be waited for to `informed`.",
                    related=(Related(Place.of(step, "within"), "the limit of the step"),),
                )
