"""A scenario was last exercised longer ago than the cycle in which every scenario has its turn.

The newest record of an exercise that covers the scenario plus `exercise_cycle` has passed.

## Why

In three years half of the team is new. A cycle in which every scenario is practised once is the least that audits of
business continuity accept.

## How to fix

Hold an exercise that covers the scenario and write its record. Give the exercise an `every` that is shorter than the
cycle.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import practices
from generator.finding import Level
from generator.model.control import add
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5 (audit practice: everything within 3 years)",)
THRESHOLDS = ("exercise_cycle",)


def check(facts: Facts) -> Iterator[Problem]:
    cycle = facts.handbook.settings.thresholds.exercise_cycle
    for practice in practices(facts.handbook, facts.as_of):
        if practice.last and add(practice.last.on, cycle) < facts.as_of:
            scenario = practice.scenario
            yield Problem(
                Place.of(scenario, "id"),
                f"The scenario `{scenario.id}` was last exercised on {practice.last.on}, more than {cycle} ago.",
                expected=f"a record of an exercise within {cycle}",
                remedy=f"Hold an exercise that covers `{scenario.id}` and write its record under `records`.",
                related=(Related(Place.of(practice.last, "on"), "last exercised here"),),
            )
