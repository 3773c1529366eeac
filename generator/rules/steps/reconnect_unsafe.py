"""Systems go back on the network with the old passwords.

In a scenario with `hostile: true`, or with `network-security` or `personal-data` in `events`, a step with
`act: reconnect` does not wait, directly or through other steps, for a step with `act: change-credentials`. That a plan
against an attack on the network has no such step at all is told by another rule.

## Why

An intruder who was inside has the passwords and keys. If the systems come back before these are changed, the intruder
comes back with them, often within the hour.

## How to fix

Add the step that changes passwords, keys and certificates to `after` of this step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.legal import EventKind
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("BSI IT-Grundschutz, DER.2.1.A6",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        changes = scenario.doing(Act.CHANGE_CREDENTIALS)
        told_elsewhere = not changes and EventKind.NETWORK_SECURITY in scenario.events
        if _intruder(scenario) and not told_elsewhere:
            earlier = facts.earlier_steps[scenario.id]
            for step in scenario.doing(Act.RECONNECT):
                if not any(change.id in earlier[step.id] for change in changes):
                    yield _unsafe(step, changes)


def _intruder(scenario: Scenario) -> bool:
    return scenario.hostile or not {EventKind.NETWORK_SECURITY, EventKind.PERSONAL_DATA}.isdisjoint(scenario.events)


def _unsafe(step: Step, changes: tuple[Step, ...]) -> Problem:
    if not changes:
        return Problem(
            Place.of(step, "act"),
            f"`{step.id}` puts systems back on the network, and no step of this plan changes the passwords.",
            expected="a step with `act: change-credentials` before it",
            remedy="Add a step that changes every password and key that could be reached, and name it in `after`.",
        )
    return Problem(
        Place.of(step, "after"),
        f"`{step.id}` puts systems back on the network, but does not wait for `{changes[0].id}`.",
        expected=f"`{changes[0].id}` before `{step.id}`",
        remedy=f"Add `{changes[0].id}` to `after`.",
        related=(Related(Place.of(changes[0], "id"), "where the passwords are changed"),),
    )
