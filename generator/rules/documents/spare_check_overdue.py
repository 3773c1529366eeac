"""A spare was not checked in time.

`checked_on` of a spare plus `check_every` has passed.

## Why

Batteries are flat, SIM cards have expired and somebody borrowed the cable. A spare that nobody looked at is a hope,
not a reserve.

## How to fix

Switch it on and try it as `how_to_use` says, then write the day into `checked_on`. If the check is too frequent for
the thing, set a longer `check_every`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import add
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020, annex on supplies and equipment",)


def check(facts: Facts) -> Iterator[Problem]:
    for spare in facts.handbook.spares.values():
        due = add(spare.checked_on, spare.check_every)
        if due < facts.as_of:
            late = (facts.as_of - due).days
            yield Problem(
                Place.of(spare, "checked_on"),
                f"The spare `{spare.id}` was last checked on {spare.checked_on}; its next check was due on {due},"
                f" {late} day{'s' * (late > 1)} ago.",
                expected=f"a check within the last {spare.check_every}",
                remedy=f"Let `{spare.keeper}` check it, and write the day into `checked_on`.",
                related=(Related(Place.of(spare, "check_every"), "checked this often"),),
            )
