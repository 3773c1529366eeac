"""A role is asked or told about a step that it does or answers for itself.

In a step, neither `responsible` nor `accountable` is named again under `consulted` or `informed`.

## Why

Nobody has to ask themselves. The extra letter hides who else was meant: mostly another role stood there before, and it
is now not asked. In the responsibility table the step looks better agreed than it is.

## How to fix

Remove the name from the list, or replace it by the role that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule after common RACI advice",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            for field, names in (("consulted", step.consulted), ("informed", step.informed)):
                for number, role in enumerate(names):
                    if role in (step.responsible, step.accountable):
                        yield _problem(step, field, number, role)


def _problem(step: Step, field: str, number: int, role: str) -> Problem:
    acting = "responsible" if role == step.responsible else "accountable"
    return Problem(
        Place.of(step, field, number),
        f"`{role}` is {field} in the step `{step.id}`, but is also {acting} for it.",
        expected="each role with one part in a step",
        remedy=f"Remove `{role}` from `{field}`, or name the role that was meant.",
        related=(Related(Place.of(step, acting), f"{acting} here"),),
    )
