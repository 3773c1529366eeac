"""The role that ends an emergency has no right to, or the step says another role than the plan.

`stand_down.by` of a scenario is one of the roles under `stood_down_by` in `severity.yml`, if that list is not empty.
If it is, each step with `act: stand-down` has the role `stand_down.by` as `responsible` or `accountable`.

## Why

At the end of an emergency the alarm is lifted, machines start and people go home. If two roles each believe that it
is the other's call, it is lifted by whoever is tired first. GB/T 29639-2020 wants one named role to declare the end.

## How to fix

Write a role that may do it under `stand_down.by`, or add the role to `stood_down_by`. Let the step with
`act: stand-down` name the same role.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.acts import Act
from generator.model.scenario import Scenario
from generator.model.severity import SeverityPlan
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.1.2 (d)", "GB/T 29639-2020 (end of the response)")


def check(facts: Facts) -> Iterator[Problem]:
    plan = facts.handbook.severity
    for scenario in facts.handbook.scenarios.values():
        if plan and plan.stood_down_by and scenario.stand_down.by not in plan.stood_down_by:
            yield _not_entitled(scenario, plan)
        else:
            yield from _other_role(scenario)


def _not_entitled(scenario: Scenario, plan: SeverityPlan) -> Problem:
    return Problem(
        Place.of(scenario.stand_down, "by"),
        f"`{scenario.stand_down.by}` ends this emergency, but may not end any.",
        expected=f"one of {listed(plan.stood_down_by)}",
        remedy="Name one of these roles, or add the role to `stood_down_by`.",
        related=(Related(Place.of(plan, "stood_down_by"), "the roles that may"),),
    )


def _other_role(scenario: Scenario) -> Iterator[Problem]:
    ends = scenario.stand_down.by
    for step in scenario.steps:
        if step.act is Act.STAND_DOWN and ends not in (step.responsible, step.accountable):
            yield Problem(
                Place.of(step, "responsible"),
                f"The step `{step.id}` is done by `{step.responsible}` and answered for by `{step.accountable}`, but "
                f"`{ends}` declares the end.",
                expected=f"`{ends}` as `responsible` or `accountable`",
                remedy=f"Write `responsible: {ends}`, or change `stand_down.by`.",
                related=(Related(Place.of(scenario.stand_down, "by"), "who declares the end"),),
            )
