"""Nothing says how to leave or replace the supplier of a critical system.

Each supplier of a `critical` system has an `exit`.

## Why

When a supplier fails for good, the question is no longer when it is back, but how to get the data out and go on
elsewhere. Whoever thinks about it only then negotiates without a choice.

## How to fix

Write into `exit` how the data comes out, where it goes, how long the move takes and what must be kept ready for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.analysis.suppliers import supplies
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: a way out of each contract on which the business stands",)


def check(facts: Facts) -> Iterator[Problem]:
    for supply in supplies(facts.handbook):
        if supply.critical and not supply.body.exit:
            yield Problem(
                Place.of(supply.body, "exit"),
                f"Nothing says how to leave or replace `{supply.body.id}`, which supplies "
                f"{in_backticks(system.id for system in supply.critical)}.",
                expected="`exit` with the way to leave or replace the supplier",
                remedy="Write into `exit` how the data comes out, where it goes and how long the move takes.",
                related=tuple(
                    Related(Place.of(system, "supplier"), "a critical system that it supplies")
                    for system in supply.critical
                ),
            )
