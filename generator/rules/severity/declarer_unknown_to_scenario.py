"""A scenario is activated by a role that may not declare an emergency.

`activated_by` of every scenario is one of the roles under `declared_by` in `severity.yml`, if that list is not empty.

## Why

The role that should start the plan asks first whether it may, and the one that may does not know that it should. Both
wait. GB/T 29639-2020 wants it written down who decides that a response starts.

## How to fix

Write a role of `declared_by` under `activated_by`, or add the role to `declared_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.loading.explain import listed
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020 (information handling and judgement)",)


def check(facts: Facts) -> Iterator[Problem]:
    plan = facts.handbook.severity
    if plan is None or not plan.declared_by:
        return
    for scenario in facts.handbook.scenarios.values():
        if scenario.activated_by not in plan.declared_by:
            yield Problem(
                Place.of(scenario, "activated_by"),
                f"`{scenario.activated_by}` starts this plan, but may not declare an emergency.",
                expected=f"one of {listed(plan.declared_by)}",
                remedy="Name one of these roles, or add the role to `declared_by`.",
                related=(Related(Place.of(plan, "declared_by"), "the roles that may"),),
            )
