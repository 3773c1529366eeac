"""The law gives customers something for which there is no remedy.

Each legal floor with `within` or `forms` stands in `fulfils` of at least one remedy. Floors that are not in force,
and handbooks without remedies, are left out.

## Why

Agents grant what stands in the plan. What is missing there is refused, and the company breaks the law without
noticing.

## How to fix

Add the floor to `fulfils` of the remedy that gives it, or write a remedy for it in the tier without approval.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.legal import Certainty
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("PRC Consumer Protection Law, arts 24, 25 and 52 to 55", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    remedies = facts.handbook.remedies.values()
    fulfilled = {name for remedy in remedies for name in remedy.fulfils}
    for floor in facts.handbook.floors.values():
        if not remedies or floor.certainty is Certainty.NOT_IN_FORCE or not (floor.within or floor.forms):
            continue
        if floor.id not in fulfilled:
            yield Problem(
                Place.of(floor, "id"),
                f"No remedy fulfils the legal floor `{floor.id}` ({floor.basis}).",
                expected="a remedy with it in `fulfils`",
                remedy=f"Add `fulfils: [{floor.id}]` to the remedy that gives it.",
            )
