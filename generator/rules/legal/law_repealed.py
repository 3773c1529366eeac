"""An obligation rests on a law that has been repealed.

The statute that an obligation names has no `repealed_on`, or a day that is still to come.

## Why

A repealed law no longer binds, and mostly another one has taken its place, with another deadline, another recipient or
another start. The company then keeps the wrong clock and misses the right one.

## How to fix

Find the law that follows, write it as a statute, and set `statute` of the obligation to it. Remove the obligation if
nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import is_repealed, statute_of
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule: plans rest on law in force",)


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        statute = statute_of(facts.handbook, obligation)
        if statute and is_repealed(statute, facts.as_of):
            yield Problem(
                Place.of(obligation, "statute"),
                f"`{obligation.id}` rests on `{statute.id}`, which was repealed on {statute.repealed_on}.",
                expected="a statute in force",
                remedy="Set `statute` to the law that follows, or remove the obligation if none does.",
                related=(Related(Place.of(statute, "repealed_on"), "repealed here"),),
            )
