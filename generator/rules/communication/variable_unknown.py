"""The words of a statement have a gap that nobody explains.

Each `{name}` in `says` stands in `variables` of the statement. Line breaks in a name do not count.

## Why

Whoever fills in the statement does not know what belongs into the gap: the number of orders or of customers, our time
or theirs. A gap that is overlooked is published with its braces.

## How to fix

Add `{name: …, means: …}` to `variables`, or correct the name in the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for statement in facts.handbook.statements.values():
        known = {variable.name for variable in statement.variables}
        for gap in statement.gaps:
            if gap not in known:
                yield Problem(
                    Place.of(statement, "says"),
                    f"`{statement.id}` has the gap `{{{gap}}}`, which is not among its variables.",
                    expected="one of " + ", ".join(f"`{name}`" for name in sorted(known)) if known else "no gap",
                    remedy=f"Add `{{name: {gap}, means: …}}` to `variables`, or correct the name.",
                )
