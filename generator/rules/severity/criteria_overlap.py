"""A value of a measure belongs to two grades.

Of each `measure` that several grades use, the values of the milder grade stop where those of the next worse one begin:
`below` of the milder grade is not greater than `at_least` of the worse one, and neither is missing.

## Why

With 100 orders hit, one reader finds level 2 and the other level 1, and both are right by the table. They call
different people and work under different commanders.

## How to fix

Write the same number under `below` of the milder and `at_least` of the worse grade. The value itself then belongs to
the worse one.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from generator.analysis.bands import Band, neighbours, number, reversed_order
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.2", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for milder, worse in neighbours(facts.handbook):
        if milder.high > worse.low and not reversed_order(milder, worse):
            yield _no_beginning(milder, worse) if worse.low == -inf else _overlap(milder, worse)


def _overlap(milder: Band, worse: Band) -> Problem:
    ends = "has no end" if milder.high == inf else f"ends only before {number(milder.high)}"
    begins = number(worse.low)
    return Problem(
        Place.of(milder.highest, "below"),
        f'"{milder.highest.measure}" is in two grades from {begins} on: `{worse.grade.id}` begins there, and '
        f"`{milder.grade.id}` {ends}.",
        expected=f"`below: {begins}`, where `{worse.grade.id}` begins",
        remedy="Write one number at both places.",
        related=(Related(Place.of(worse.lowest, "at_least"), "the worse grade begins here"),),
    )


def _no_beginning(milder: Band, worse: Band) -> Problem:
    return Problem(
        Place.of(worse.lowest, "at_least"),
        f'"{worse.lowest.measure}" has no lower end in `{worse.grade.id}`, so every value of the milder grade '
        f"`{milder.grade.id}` ({milder}) is in both.",
        expected="`at_least` with the number where the worse grade begins",
        remedy="Add `at_least: ...` with the number that stands under `below` in the milder grade.",
        related=(Related(Place.of(milder.highest, "measure"), "the milder grade"),),
    )
