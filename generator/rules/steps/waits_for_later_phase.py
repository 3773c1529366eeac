"""A step waits for a step of a later phase.

A name in `after` or `since` belongs to a step of a later phase than the step itself.

## Why

The phases are read from top to bottom, and people look only at the phase they are in. A step that waits for
something further down is skipped or begun too soon.

## How to fix

Move the step into the phase where it can really begin, or move the other one up. If it does not need the other step,
remove the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import PhaseId
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        phases = scenario.phase_of
        for step in scenario.steps:
            for place, name in _awaited(step):
                if phases[name].place > phases[step.id].place:
                    yield _waits(scenario, step, phases, place, name)


def _awaited(step: Step) -> Iterator[tuple[Place, str]]:
    for number, name in enumerate(step.after):
        yield Place.of(step, "after", number), name
    if step.since and step.since not in step.after:
        yield Place.of(step, "since"), step.since


def _waits(scenario: Scenario, step: Step, phases: Mapping[str, PhaseId], place: Place, name: str) -> Problem:
    other = next(candidate for candidate in scenario.steps if candidate.id == name)
    return Problem(
        place,
        f"`{step.id}` in the phase `{phases[step.id]}` waits for `{name}` in the phase `{phases[name]}`.",
        expected="a step of the same phase or an earlier one",
        remedy=f"Move `{step.id}` to `{phases[name]}`, move `{name}` up, or remove the name.",
        related=(Related(Place.of(other, "id"), "the step of the later phase"),),
    )
