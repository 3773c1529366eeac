"""The business stands on a system, and nothing says how work goes on without it.

Every `critical` system has `without_it`: what people do while it is down.

## Why

Repair takes hours, and customers come meanwhile. Without a way on paper, by phone or by another system everybody waits
for the engineers. Continuity guides ask for a degraded mode of every activity that must not stop.

## How to fix

Write the degraded mode under `without_it`: with what people work, what they leave out, and what is entered later. If
work can wait until the system is back, remove `critical`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("CISA CPG 2.0, 6.A", "ANSSI crisis guide, 10.7")


def check(facts: Facts) -> Iterator[Problem]:
    for system in facts.handbook.systems.values():
        if system.critical and not system.without_it:
            yield Problem(
                Place.of(system, "id"),
                f"The business stands on `{system.id}`, but nothing says how work goes on without it.",
                expected="`without_it` with the degraded mode",
                remedy="Add `without_it: ...`: with what people work meanwhile, and what is entered later.",
            )
