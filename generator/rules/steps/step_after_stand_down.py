"""A step of the emergency begins only when it is over.

A step outside the phase `review` waits for the step with `act: stand-down`, directly or through other steps.

## Why

When the emergency is over, the team goes home and nobody asks for open steps any more. A step that begins then is not
led, and often not done.

## How to fix

Move the step to the phase `review`, or let it begin before the stand-down.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import PhaseId
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        last, phases = scenario.last_step, scenario.phase_of
        for step in scenario.steps:
            outside = last is not None and phases[step.id] is not PhaseId.REVIEW
            if last and outside and last.id in facts.earlier_steps[scenario.id][step.id]:
                yield _after(step, last, phases[step.id])


def _after(step: Step, last: Step, phase: PhaseId) -> Problem:
    return Problem(
        _where(step, last),
        f"`{step.id}` belongs to the phase `{phase}`, but begins only after `{last.id}`, when the emergency is over.",
        expected="a step of the phase `review`, or one that begins before the end",
        remedy=f"Move `{step.id}` to `review`, or take `{last.id}` out of what it waits for.",
        related=(Related(Place.of(last, "id"), "where the emergency ends"),),
    )


def _where(step: Step, last: Step) -> Place:
    if last.id in step.after:
        return Place.of(step, "after", step.after.index(last.id))
    return Place.of(step, "since" if step.since == last.id or not step.after else "after")
