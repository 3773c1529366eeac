"""A step that fails is escalated downward, or to the one who failed.

`if_not.escalate_to` of a step is another role than its `responsible`, and has no lower `seniority`.

## Why

The one who could not do the step needs somebody who may decide more: money, people, another way. A role of lower rank
cannot give that, and the same role is no help at all.

## How to fix

Write the accountable role, or the superior of the responsible one, under `escalate_to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.scenario import FailureBranch, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            if step.if_not and step.if_not.escalate_to:
                yield from _of_step(facts.handbook, step, step.if_not, step.if_not.escalate_to)


def _of_step(handbook: Handbook, step: Step, branch: FailureBranch, target: str) -> Iterator[Problem]:
    doing, helping = handbook.roles[step.responsible], handbook.roles[target]
    if target == step.responsible:
        fault = f"`{target}` does the step `{step.id}`, and is also the one it is escalated to."
    elif helping.seniority.below_top > doing.seniority.below_top:
        fault = (
            f"The step `{step.id}` of `{doing.id}` ({doing.seniority}) is escalated down to `{target}` "
            f"({helping.seniority})."
        )
    else:
        return
    yield Problem(
        Place.of(branch, "escalate_to"),
        fault,
        expected=f"another role of the rank `{doing.seniority}` or above",
        remedy=_remedy(step, doing.superior, target),
        related=(Related(Place.of(step, "responsible"), "who does the step"),),
    )


def _remedy(step: Step, superior: str | None, target: str) -> str:
    better = step.accountable if step.accountable not in (step.responsible, target) else superior
    return f"Write `escalate_to: {better}`." if better else "Name a role that can decide more."
