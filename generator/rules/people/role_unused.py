"""A role has no part in any plan.

A role is used if a plan names it where something is done, decided or told (steps, grades, escalation, approval paths,
teams, shifts, systems, standing duties and so on), if others report to it, or if it is a deputy of a used role. Filling
a role, heading a department, owning a document and taking part in an exercise are no use.

## Why

A role nobody needs costs training and care, and its holder believes to be part of the plan. More often a step was
forgotten that this role was made for.

## How to fix

Give the role the steps it is meant for, name it under `deputies` of another role, or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.usage import used_roles
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.NOTE
SOURCES = ("House rule (vertical check of a RACI matrix)",)


def check(facts: Facts) -> Iterator[Problem]:
    used = used_roles(facts.handbook)
    for role in facts.handbook.roles.values():
        if role.id not in used:
            yield Problem(
                Place.of(role, "id"),
                f"The role `{role.id}` has no part in any plan.",
                expected="a step, a standing duty or another part, or no such role",
                remedy="Name it in the steps it is meant for, or remove it.",
            )
