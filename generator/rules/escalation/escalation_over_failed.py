"""An escalation step calls over channels that the emergency itself has cut.

For every scenario and each grade it can have: a step of the escalation path has at least one channel under `via` that
needs no system which `fails` in that scenario, nor one that depends on such a system.

## Why

In the network outage the message in the company chat is never read, and the escalation stops without anybody
noticing. ISO 22301 asks in 8.4.3 for communication that works during a disruption, and ENISA for secured emergency
channels.

## How to fix

Add a channel that needs nothing of what fails, such as mobile phones, to `via` of the step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.analysis.alarm import paths
from generator.analysis.facts import Facts
from generator.analysis.reach import lost_channels
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.scenario import Scenario
from generator.model.severity import EscalationPath, EscalationStep
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.3", "ENISA implementation guidance, 4.3.2", "ANSSI, crisis guide, 6.2")


def check(facts: Facts) -> Iterator[Problem]:
    scenarios = facts.handbook.scenarios
    lost = {name: {c.id for c in lost_channels(facts.handbook, s.fails)} for name, s in scenarios.items()}
    for path in paths(facts.handbook):
        possible = [s for s in scenarios.values() if any(rule.grade == path.grade for rule in s.severity)]
        for step in path.steps:
            cut = _cut(step, possible, lost)
            if cut:
                yield _problem(path, step, cut)


def _cut(step: EscalationStep, possible: list[Scenario], lost: Mapping[str, set[str]]) -> list[Scenario]:
    """Scenarios in which the step has no channel left."""
    return [scenario for scenario in possible if step.via and lost[scenario.id] >= set(step.via)]


def _problem(path: EscalationPath, step: EscalationStep, cut: list[Scenario]) -> Problem:
    return Problem(
        Place.of(step, "via"),
        f"At `{path.grade}` the call to `{step.notify}` goes over {listed(step.via)} only, which is down in "
        f"{listed((scenario.id for scenario in cut), most=4)}.",
        expected="a channel that works in each of these scenarios",
        remedy="Add a channel that needs nothing of what fails there, such as mobile phones.",
        related=tuple(Related(Place.of(s, "fails"), f"down in `{s.id}`") for s in cut[:3]),
    )
