"""A requirement that the handbook must meet is covered by nothing.

In a catalog that is `complete` (the default), every requirement is named in `covers` of at least one element of the
plans.

## Why

The catalog lists what law, contract or management demand. A requirement that nothing covers is either forgotten or
cannot be found, and an auditor does not see the difference.

## How to fix

Add the id of the requirement to `covers` of the element that meets it, or write what is missing. If the catalog is
only a collection of ideas, set `complete: false` in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for covered in facts.coverage:
        for requirement in covered.missing if covered.catalog.complete else ():
            yield Problem(
                Place.of(requirement, "id"),
                f"Nothing in the plans covers the requirement `{requirement.id}` ({requirement.area}).",
                expected="an element with this id in `covers`",
                remedy=f"Add `covers: [{requirement.id}]` where it is met, or write what is missing.",
            )
