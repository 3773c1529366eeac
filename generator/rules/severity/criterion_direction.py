"""A milder grade has the higher values of a measure.

Of each `measure` that several grades use, the values of a worse grade (lower `rank`) lie above those of the next milder
one. A measure must therefore grow with the harm.

## Why

If level 1 holds below 10 and level 2 from 10 on, the larger the harm, the milder the grade: the people who should lead
sleep through the worst case. Where less is worse, as with cash or stock, readers under stress mix the directions up.

## How to fix

Swap the numbers, or correct `rank`. Where less is worse, count what is missing: "Days without stock" instead of "Days
of stock left".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.bands import neighbours, reversed_order
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for milder, worse in neighbours(facts.handbook):
        if reversed_order(milder, worse):
            yield Problem(
                Place.of(worse.highest, "below"),
                f'"{worse.highest.measure}" is {worse} in `{worse.grade.id}`, but {milder} in the milder grade '
                f"`{milder.grade.id}`.",
                expected="higher values in the worse grade",
                remedy="Swap the numbers of the two grades, or count what is missing instead of what is left.",
                related=(Related(Place.of(milder.lowest, "at_least"), "the milder grade"),),
            )
