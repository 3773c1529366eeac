"""A department that may be involved investigates itself.

In a scenario with `may_involve`, no step with the act `investigate`, `preserve-evidence` or `determine` has a
`responsible` or `accountable` role of one of these departments.

## Why

Whoever may be part of the matter can lose traces without meaning to, and nobody believes the result. A court or an
authority asks first who secured the evidence.

## How to fix

Give the step to a role of another department, such as internal audit or legal. The department may still be asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (separation of duties)",)
_INQUIRY = (Act.INVESTIGATE, Act.PRESERVE_EVIDENCE, Act.DETERMINE)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.doing(*_INQUIRY):
            for part, role in (("responsible", step.responsible), ("accountable", step.accountable)):
                department = facts.handbook.roles[role].department
                if department in scenario.may_involve:
                    yield _problem(scenario, step, part, role, department)


def _problem(scenario: Scenario, step: Step, part: str, role: str, department: str) -> Problem:
    return Problem(
        Place.of(step, part),
        f"`{role}` is {part} for `{step.id}`, but belongs to `{department}`, which may be involved.",
        expected="a role of a department that is not under `may_involve`",
        remedy="Give the step to another department, such as audit or legal.",
        related=(
            Related(Place.of(scenario, "may_involve", scenario.may_involve.index(department)), "may be involved"),
        ),
    )
