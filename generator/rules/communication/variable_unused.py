"""A variable of a statement stands nowhere in its words.

Each name in `variables` stands in braces in `says`.

## Why

Either the gap was lost when the words were changed, and the statement no longer says what it should, or somebody
looks up a number in the emergency that nobody needs.

## How to fix

Put `{name}` back into the words, correct the spelling, or remove the variable.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for statement in facts.handbook.statements.values():
        for variable in statement.variables:
            if variable.name not in statement.gaps:
                yield Problem(
                    Place.of(variable, "name"),
                    f"The words of `{statement.id}` have no gap `{{{variable.name}}}`.",
                    expected="a variable that stands in the words",
                    remedy=f"Write `{{{variable.name}}}` into `says`, or remove the variable.",
                )
