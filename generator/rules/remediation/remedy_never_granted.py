"""The emergency promises a remedy that no step grants.

Each remedy under `remedies` of a scenario stands in `grants` of at least one of its steps.

## Why

The page tells customers and agents what there is, but nobody has the duty to give it. So customers get it only if
they ask often enough.

## How to fix

Add the remedy to `grants` of the step that makes things good, or take it out of `remedies`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        granted = {name for step in scenario.steps for name in step.grants}
        for rule in scenario.remedies:
            if rule.remedy not in granted:
                yield Problem(
                    Place.of(rule, "remedy"),
                    f"No step of `{scenario.id}` grants `{rule.remedy}`.",
                    expected="a step with it in `grants`",
                    remedy=f"Add `{rule.remedy}` to `grants` of the step that makes things good.",
                )
