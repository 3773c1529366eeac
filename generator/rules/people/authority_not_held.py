"""A step takes a decision that its accountable role has no right to.

The `accountable` role of a step holds every authority that the step names under `decides`.

## Why

A decision without the right to it is contested later, or is not carried out now: the bank does not pay, the host does
not switch off. The person notices it in the middle of the step.

## How to fix

Make a role accountable that holds the authority, or add the authority to this role under `authorities`.
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
            role = facts.handbook.roles[step.accountable]
            for number, authority in enumerate(step.decides):
                if authority not in role.authorities:
                    yield _problem(facts, step, number, authority)


def _problem(facts: Facts, step: Step, number: int, authority: str) -> Problem:
    role = facts.handbook.roles[step.accountable]
    holders = [f"`{other.id}`" for other in facts.handbook.roles.values() if authority in other.authorities]
    return Problem(
        Place.of(step, "accountable"),
        f"The step `{step.id}` decides on `{authority}`, but `{role.id}` does not hold this authority.",
        expected=f"a role that holds `{authority}`: {', '.join(holders) or 'so far none does'}",
        remedy=f"Make such a role accountable, or add `{authority}` to `authorities` of `{role.id}`.",
        related=(
            Related(Place.of(step, "decides", number), "decided here"),
            Related(Place.of(role, "authorities"), f"what `{role.id}` may decide"),
        ),
    )
