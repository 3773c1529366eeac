"""A critical system may fail, but no scenario is made for it.

A scenario is made for a `critical` system if it names the system in `fails`, if it names something that the system
depends on or that depends on the system, directly or not, or if one of its steps restores the system. A handbook in
which no scenario fails any system is not judged.

## Why

A system is called critical because the business stands still without it. If no plan begins with its failure, the
first hour is lost with asking who does what.

## How to fix

Add the system to `fails` of the scenario that fits, or write a scenario for its failure. If the business can do
without it, remove `critical`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.reach import failed_systems
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule: a plan for the failure of each critical system",)


def check(facts: Facts) -> Iterator[Problem]:
    scenarios = facts.handbook.scenarios.values()
    named = {name for scenario in scenarios for name in scenario.fails}
    restored = {name for scenario in scenarios for step in scenario.steps for name in step.restores}
    covered = failed_systems(facts.handbook, named) | restored
    for system in facts.handbook.systems.values():
        seen = system.id in covered or not named.isdisjoint(failed_systems(facts.handbook, [system.id]))
        if named and system.critical and not seen:
            yield Problem(
                Place.of(system, "critical"),
                f"`{system.id}` is critical, but no scenario is made for its failure.",
                expected="a scenario in which it fails, by itself or with something that it depends on",
                remedy="Add it to `fails` of the scenario that fits, or write a scenario for it.",
            )
