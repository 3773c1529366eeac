"""An obligation starts its clock at another moment than the law.

`starts_at` of an obligation equals `starts_at` of the statute that it names.

## Why

Laws count from different moments: what happened, what was found, what was known, what was decided. Mixing them up is
the most common error with clocks. A team that waits for its own decision while the law counts from awareness has lost
the hours in between.

## How to fix

Write the start of the statute into `starts_at`, and describe that moment for your company in `starts_when`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import statute_of
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("The law that the obligation names", "GDPR, art. 33 (awareness)", "SEC Form 8-K, Item 1.05 (determination)")


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        statute = statute_of(facts.handbook, obligation)
        if statute and obligation.starts_at is not statute.starts_at:
            yield Problem(
                Place.of(obligation, "starts_at"),
                f"The clock of `{obligation.id}` starts at {obligation.starts_at}, "
                f"but the law `{statute.id}` counts from {statute.starts_at}.",
                expected=f"`starts_at: {statute.starts_at}`",
                remedy=f"Write `starts_at: {statute.starts_at}`, and say in `starts_when` what that moment is here.",
                related=(Related(Place.of(statute, "starts_at"), "the start in the law"),),
            )
