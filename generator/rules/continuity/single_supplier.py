"""A critical system hangs on one supplier, and nothing could take its place.

The supplier of each `critical` system has an `alternative`, another body than itself, or a spare replaces the system.

## Why

When this one supplier is bankrupt, attacked or simply overrun on the same day as everybody, the business stops, and a
new contract takes weeks.

## How to fix

Find a second supplier, agree on the terms of an emergency, and name it in `alternative`. Or keep a spare that stands in
for the system and name the system in its `replaces`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.analysis.suppliers import supplies
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("SCF BCD-10", "ENISA technical guidance on Regulation (EU) 2024/2690, 4.2.4")


def check(facts: Facts) -> Iterator[Problem]:
    replaced = {name for spare in facts.handbook.spares.values() for name in spare.replaces}
    for supply in supplies(facts.handbook):
        body = supply.body
        alone = [system for system in supply.critical if system.id not in replaced]
        if alone and body.alternative in (None, body.id):
            yield Problem(
                Place.of(body, "alternative"),
                f"Only `{body.id}` supplies {in_backticks(system.id for system in alone)}, and nothing could take "
                f"its place.",
                expected="another body in `alternative`, or a spare that replaces the system",
                remedy="Agree with a second supplier on the emergency and name it in `alternative`.",
                related=tuple(
                    Related(Place.of(system, "supplier"), "critical, and supplied by it") for system in alone
                ),
            )
