"""A step grants a remedy that the emergency does not list.

Each remedy under `grants` of a step stands in `remedies` of its scenario.

## Why

`remedies` says who gets what. A remedy that is missing there is granted to nobody or to everybody.

## How to fix

Add it to `remedies` of the scenario with `when`, or take it out of the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        listed = {rule.remedy for rule in scenario.remedies}
        for step in scenario.steps:
            for number, name in enumerate(step.grants):
                if name not in listed:
                    yield Problem(
                        Place.of(step, "grants", number),
                        f"The step `{step.id}` grants `{name}`, but the emergency does not say who gets it.",
                        expected=f"`{name}` among the `remedies` of the scenario",
                        remedy=f"Add `{{remedy: {name}, when: …}}` to `remedies`.",
                        related=(Related(Place.of(scenario, "remedies"), "the remedies of the emergency"),),
                    )
