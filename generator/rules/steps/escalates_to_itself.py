"""If a step fails, it goes to the role that failed.

`escalate_to` under `if_not` names the role that is `responsible` for the step.

## Why

The branch is for the case that the role cannot do the step or does not answer. Nobody else hears of it, and the
emergency stands still until somebody asks.

## How to fix

Name the superior, or the role that answers for the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            if step.if_not and step.if_not.escalate_to == step.responsible:
                yield Problem(
                    Place.of(step.if_not, "escalate_to"),
                    f"If `{step.id}` does not work, it goes to `{step.responsible}`, the role that does it.",
                    expected="another role, such as the one that answers for the step",
                    remedy=f"Name the superior of `{step.responsible}` or the accountable role.",
                    related=(Related(Place.of(step, "responsible"), "who does the step"),),
                )
