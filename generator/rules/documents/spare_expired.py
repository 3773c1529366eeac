"""A spare has expired.

`expires_on` of a spare has passed.

## Why

The fire extinguisher, the first-aid kit or the prepaid card is on the list and will be fetched, and then it does not
work. An expired safety device is also a breach of duty.

## How to fix

Replace it, then write the new day into `expires_on` and `checked_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020, annex on supplies and equipment",)


def check(facts: Facts) -> Iterator[Problem]:
    for spare in facts.handbook.spares.values():
        if spare.expires_on and spare.expires_on < facts.as_of:
            past = (facts.as_of - spare.expires_on).days
            yield Problem(
                Place.of(spare, "expires_on"),
                f"The spare `{spare.id}` expired on {spare.expires_on}, {past} day{'s' * (past > 1)} ago.",
                expected="a spare that can still be used",
                remedy=f"Let `{spare.keeper}` replace it, and write the new day here.",
            )
