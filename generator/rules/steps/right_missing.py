"""A step is given to a role that has no rights on the system.

A step names a system in `restores`, the system says in `operated_by` who can repair it, and the step's responsible
role is not among them. Systems without `operated_by` are left alone.

## Why

At three in the morning the role cannot log in, and whoever could give the rights is asleep. The step then waits for
a person that the plan does not name.

## How to fix

Give the step to a role that operates the system, or give this role the rights, test them, and add it to
`operated_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            yield from _without_rights(facts.handbook, step)


def _without_rights(handbook: Handbook, step: Step) -> Iterator[Problem]:
    systems = [handbook.systems[name] for name in step.restores]
    locked = [system for system in systems if system.operated_by and step.responsible not in system.operated_by]
    if locked:
        able = [role for role in locked[0].operated_by if all(role in system.operated_by for system in locked)]
        yield Problem(
            Place.of(step, "responsible"),
            f"`{step.responsible}` has no rights on {in_backticks(system.id for system in locked)}, which "
            f"`{step.id}` brings back.",
            expected=f"a role that operates it, such as `{(able or locked[0].operated_by)[0]}`",
            remedy=f"Give the step to another role, or get `{step.responsible}` the rights and add it there.",
            related=tuple(Related(Place.of(system, "operated_by"), "who can repair it") for system in locked[:3]),
        )
