"""Evidence is destroyed before it is saved.

A step with `act: wipe` does not wait, directly or through other steps, for a step with `act: preserve-evidence`. In
a scenario with `hostile: true` the same holds for every step with `act: restore`.

## Why

Wiping and restoring overwrite the traces: logs, memory, the place where the fire began. Without them nobody can say
how the attacker came in, the insurer does not pay, and an authority may see obstruction. The order cannot be made
good afterwards.

## How to fix

Put the step that saves logs, images or samples into `after` of this step. If the plan has no such step, add one with
`act: preserve-evidence`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "NIST CSF 2.0, RS.AN-06 and RS.AN-07",
    "BSI IT-Grundschutz, DER.2.1.A6",
    "Regulation on reporting and investigating work safety accidents (China), art. 16",
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        earlier = facts.earlier_steps[scenario.id]
        saved = scenario.doing(Act.PRESERVE_EVIDENCE)
        for step in scenario.doing(*_destroying(scenario)):
            if not any(evidence.id in earlier[step.id] for evidence in saved):
                yield _too_early(step, saved)


def _destroying(scenario: Scenario) -> tuple[Act, ...]:
    return (Act.WIPE, Act.RESTORE) if scenario.hostile else (Act.WIPE,)


def _too_early(step: Step, saved: tuple[Step, ...]) -> Problem:
    if not saved:
        return Problem(
            Place.of(step, "act"),
            f"`{step.id}` destroys traces, and no step of this plan saves evidence.",
            expected="a step with `act: preserve-evidence` before it",
            remedy="Add a step that copies logs, disks or samples, and name it in `after` of this step.",
        )
    return Problem(
        Place.of(step, "after"),
        f"`{step.id}` destroys traces, but does not wait for `{saved[0].id}`, which saves the evidence.",
        expected=f"`{saved[0].id}` before `{step.id}`",
        remedy=f"Add `{saved[0].id}` to `after`.",
        related=(Related(Place.of(saved[0], "id"), "where the evidence is saved"),),
    )
