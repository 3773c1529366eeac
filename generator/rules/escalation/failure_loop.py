"""Steps that fail send one another round in a circle.

Follow `if_not.step` from step to step: the way must not come back to a step where it has been, unless one of these
steps also has `escalate_to`.

## Why

Step one failed, so do step two; step two failed, so do step one. Nobody is told that neither works, and the limit
passes while both are tried again.

## How to fix

Write `escalate_to:` with the role that decides what else to do into one of the steps, or end the way with another
step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import FailureBranch, Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        branches = _branches(scenario)
        found: set[str] = set()
        for name in branches:
            circle = _circle(name, branches)
            if circle and found.isdisjoint(circle):
                found.update(circle)
                yield _problem(circle, branches)


def _branches(scenario: Scenario) -> dict[str, FailureBranch]:
    """Steps that on failure only send to another step."""
    return {
        step.id: step.if_not
        for step in scenario.steps
        if step.if_not and step.if_not.step and not step.if_not.escalate_to
    }


def _circle(start: str, branches: dict[str, FailureBranch]) -> list[str]:
    """The steps on the way from `start` back to it."""
    way = [start]
    while (branch := branches.get(way[-1])) and branch.step:
        if branch.step == start:
            return way
        if branch.step in way:
            break
        way.append(branch.step)
    return []


def _problem(circle: list[str], branches: dict[str, FailureBranch]) -> Problem:
    way = " → ".join(f"`{name}`" for name in (*circle, circle[0]))
    return Problem(
        Place.of(branches[circle[-1]], "step"),
        f"If these steps fail, they only lead to one another: {way}.",
        expected="a way out, such as `escalate_to`",
        remedy="Add `escalate_to: ...` with the role that decides when neither works.",
        related=tuple(Related(Place.of(branches[name], "step"), f"if `{name}` fails") for name in circle[:-1]),
    )
