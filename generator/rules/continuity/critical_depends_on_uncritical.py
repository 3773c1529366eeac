"""A critical system stands on a system that has no recovery objective.

Everything that a `critical` system depends on, directly or through other systems, has an `rto`.

## Why

A chain is as quick as its slowest link. If nobody has promised when the lower system is back, the objective of the
critical one is a wish, and the lower one is repaired last because nobody marked it.

## How to fix

Give the lower system an `rto` that fits the critical one, with its reason in `objective_basis`. Remove it from
`depends_on` if the critical system can run without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.dependencies import needs
from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.2.2 (dependencies)", "Regulation (EU) 2024/2690, annex 4.1.2 (order of recovery)")


def check(facts: Facts) -> Iterator[Problem]:
    systems = facts.handbook.systems
    needed = needs(facts.handbook)
    for system in systems.values():
        above = [other for other in systems.values() if other.critical and system.id in needed[other.id]]
        if above and system.rto is None and not system.critical:
            yield Problem(
                Place.of(system, "rto"),
                f"`{system.id}` has no `rto`, but {in_backticks(other.id for other in above)} cannot run without it.",
                expected="an `rto` for everything that a critical system stands on",
                remedy="Add `rto` and `objective_basis` here, or remove the dependency.",
                related=tuple(
                    Related(Place.of(other, "depends_on"), "needs it, directly or through others") for other in above
                ),
            )
