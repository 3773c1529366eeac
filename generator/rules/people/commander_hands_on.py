"""The commander does technical work with their own hands.

In a scenario with several roles, no step of the part `technical` with the act `contain`, `wipe`, `restore`,
`switch-over` or `reconnect` has the `commander` as its `responsible` role.

## Why

Whoever repairs looks at one screen. Nobody then watches the limits, decides and keeps the others informed. The incident
guide of PagerDuty asks to hand over the command before working on the fault.

## How to fix

Give the step to a specialist and keep the commander `accountable`, or let another role command this scenario.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act, Part
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("PagerDuty incident response guide, anti-patterns",)
_TECHNICAL = (Act.CONTAIN, Act.WIPE, Act.RESTORE, Act.SWITCH_OVER, Act.RECONNECT)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        roles = {role for step in scenario.steps for role in (step.responsible, step.accountable)}
        for step in scenario.doing(*_TECHNICAL):
            if step.part is Part.TECHNICAL and step.responsible == scenario.commander and len(roles) > 1:
                yield Problem(
                    Place.of(step, "responsible"),
                    f"The commander `{scenario.commander}` does the step `{step.id}` and cannot lead meanwhile.",
                    expected="another role that does the work",
                    remedy="Name a specialist as `responsible` and keep the commander as `accountable`.",
                    related=(Related(Place.of(scenario, "commander"), "the commander"),),
                )
