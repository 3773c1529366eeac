"""A step fulfils a duty that the plan does not list.

Every obligation under `notifies` of a step stands under `obligations` of its scenario.

## Why

The list of a plan's clocks is what the legal team starts and watches. A duty that stands in a step only is not on the
list, so nobody counts its hours and nobody notices when the step is skipped.

## How to fix

Add the id to `obligations` of the scenario, or remove it from `notifies` if the step does not fulfil it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import notified
from generator.analysis.facts import Facts
from generator.finding import Edit, Level
from generator.model.scenario import Scenario
from generator.position import Position
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule: the list of clocks is complete",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for name in notified(scenario):
            if name not in scenario.obligations:
                step = next(step for step in scenario.steps if name in step.notifies)
                yield Problem(
                    Place.of(step, "notifies", step.notifies.index(name)),
                    f"The step `{step.id}` fulfils `{name}`, but `{scenario.id}` does not list it.",
                    expected=f"`{name}` under `obligations` of the scenario",
                    remedy=f"Add `{name}` to `obligations`, or remove it from `notifies` of `{step.id}`.",
                    edits=tuple(_appended(scenario, name)),
                )


def _appended(scenario: Scenario, name: str) -> Iterator[Edit]:
    """The id at the end of the list, if the list is written in brackets."""
    if scenario.obligations:
        whole = scenario.position("obligations")
        first = scenario.position("obligations", 0)
        last = scenario.position("obligations", len(scenario.obligations) - 1)
        if (first.line, first.column) == (whole.line, whole.column + 1):
            end = Position(last.file, last.end_line, last.end_column, last.end_line, last.end_column)
            yield Edit(end, f", {name}")
