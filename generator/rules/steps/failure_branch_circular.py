"""If a step fails, the plan sends people in a circle.

The steps named in `if_not` of one another lead back to where they began: a step that names itself, or two and more
that name each other.

## Why

The second way is for the case that the first one does not work. A branch that ends at the same step again gives no
second way, and people repeat what fails.

## How to fix

Name in `if_not` a step that can be done when this one fails, or somebody who decides in `escalate_to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for circle in _circles(scenario):
            yield _circular(circle)


def _circles(scenario: Scenario) -> Iterator[list[Step]]:
    steps = {step.id: step for step in scenario.steps}
    seen: set[str] = set()
    for start in steps.values():
        path: list[Step] = []
        step: Step | None = start
        while step is not None and step.id not in seen:
            seen.add(step.id)
            path.append(step)
            step = steps[step.if_not.step] if step.if_not and step.if_not.step else None
        if step is not None and step in path:
            yield path[path.index(step) :]


def _circular(circle: list[Step]) -> Problem:
    first, *others = circle
    who = f"`{first.id}` names itself" if not others else f"{in_backticks(step.id for step in circle)} name each other"
    branches = [step.if_not for step in circle if step.if_not]
    return Problem(
        Place.of(branches[0], "step"),
        f"If it does not work, {who}: there is no second way.",
        expected="a step that can be done when this one fails",
        remedy="Name another step, or write who decides in `escalate_to`.",
        related=tuple(Related(Place.of(branch, "step"), "and from here on") for branch in branches[1:]),
    )
