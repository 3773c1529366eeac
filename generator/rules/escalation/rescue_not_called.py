"""People may be in danger, and no step calls the rescue service.

Every scenario with `life_safety: true` has a step whose `calls` names an outside body of the kind `emergency-service`.
So does each step with `act: call-rescue`. A handbook that knows no such body is left to the rule
`outside-body-missing`.

## Why

Each one believes that somebody else has called. With a name and a limit on the call, the fire service or the
ambulance comes minutes earlier. GB/T 29639-2020 wants who calls, and which number, in the scheme for the site.

## How to fix

Add a step to the phase `detect` with `act: call-rescue`, `calls: [...]` and a limit of a few minutes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.acts import Act
from generator.model.contacts import BodyKind
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("GB/T 29639-2020 (on-site scheme)",)


def check(facts: Facts) -> Iterator[Problem]:
    bodies = facts.handbook.outside_bodies.values()
    rescuers = [body.id for body in bodies if body.body is BodyKind.EMERGENCY_SERVICE]
    for scenario in facts.handbook.scenarios.values() if rescuers else ():
        steps = [step for step in scenario.steps if step.act is Act.CALL_RESCUE]
        called = {body for step in scenario.steps for body in step.calls}
        if scenario.life_safety and not steps and called.isdisjoint(rescuers):
            yield _no_step(scenario, rescuers)
        for step in steps:
            if set(step.calls).isdisjoint(rescuers):
                yield _calls_nobody(step, rescuers)


def _no_step(scenario: Scenario, rescuers: list[str]) -> Problem:
    return Problem(
        Place.of(scenario, "life_safety"),
        f"People may be in danger in `{scenario.id}`, but no step calls a rescue service.",
        expected=f"a step that calls {listed(rescuers, most=4)}",
        remedy="Add a step with `act: call-rescue` and `calls: [...]`, or remove `life_safety`.",
    )


def _calls_nobody(step: Step, rescuers: list[str]) -> Problem:
    return Problem(
        Place.of(step, "calls"),
        f"The step `{step.id}` should call the rescuers, but `calls` names no emergency service.",
        expected=f"one of {listed(rescuers, most=4)}",
        remedy="Write the service into `calls`, so that its number stands beside the step.",
    )
