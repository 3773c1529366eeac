"""Systems depend on each other in a ring, so none of them can be started first.

Following `depends_on` from system to system never leads back to where it began.

## Why

After a complete failure there is no first step: the login service waits for the network, whose console waits for the
login service. Teams find this out in the middle of the night.

## How to fix

Find the dependency that holds only in normal operation and remove it from `depends_on`. If the ring is real, break it,
for instance with a local emergency account, and describe the start in a recovery procedure.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.dependencies import needs, rings
from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.1.2 (order of recovery)", "House rule: no ring of dependencies")


def check(facts: Facts) -> Iterator[Problem]:
    for ring in rings(needs(facts.handbook)):
        first, *others = (facts.handbook.systems[name] for name in ring)
        message = f"{in_backticks(ring)} depend on each other, so none of them can be started first."
        yield Problem(
            Place.of(first, "depends_on"),
            message if others else f"`{first.id}` depends on itself.",
            expected="dependencies that lead to a system that can start by itself",
            remedy="Remove the dependency that holds only in normal operation, or break the ring.",
            related=tuple(Related(Place.of(other, "depends_on"), "part of the ring") for other in others),
        )
