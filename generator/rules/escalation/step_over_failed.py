"""A step uses only channels that are down in this emergency.

Each step with `via` has at least one channel that works when the step begins. A channel is down if it needs a system
that `fails`, or one that depends on such a system. A system works again if a step that this one waits for, directly or
not, names it under `restores`, or uses a spare that replaces it; the spares that the step itself uses count as well.

## Why

The plan for a dead shop says that customers are told on the start page of the shop. The one who should do it finds
out in the emergency, and improvises. ISO 22301 asks in 8.4.3 for ways of communication that stay available.

## How to fix

Add a channel that works without the failed system, let the step wait (`after`) for the one that restores it, or name
the spare it uses under `uses`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.reach import failed_systems, lost_channels, working_again
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.3", "ENISA implementation guidance, 4.3.2", "ANSSI, crisis guide, 6.2")


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps if scenario.fails else ():
            working = working_again(
                facts.handbook, scenario, step, facts.earlier_steps[scenario.id].get(step.id, frozenset())
            )
            lost = {channel.id for channel in lost_channels(facts.handbook, scenario.fails, working)}
            if step.via and lost >= set(step.via):
                yield _problem(facts, scenario, step, working)


def _problem(facts: Facts, scenario: Scenario, step: Step, working: frozenset[str]) -> Problem:
    down = failed_systems(facts.handbook, scenario.fails, working)
    needed = {system for channel in step.via for system in facts.handbook.channels[channel].depends_on}
    missing = sorted(down & needed)
    return Problem(
        Place.of(step, "via"),
        f"{listed(step.via)} cannot be used in the step `{step.id}`: {listed(missing)} is down.",
        expected="a channel that works while this is down",
        remedy="Add such a channel, or let the step wait for the one that restores the system.",
        related=(Related(Place.of(scenario, "fails"), "what fails"),),
    )
