"""Some values of a measure belong to no grade.

Of each `measure` that several grades use, the values of the milder grade go up to where the worse one begins: `below`
of the milder grade equals `at_least` of the next worse one that uses the measure. The worst grade that uses it has no
`below`, unless that lies above 100 %. Grades that do not use a measure are passed over.

## Why

An incident with a number in the gap gets no grade from the table, and the first ten minutes go into the question
which one it is. Values count from `at_least` on and stop before `below`, so `below: 19` followed by `at_least: 20`
leaves out the 19.

## How to fix

Write the same number under `below` of the milder and `at_least` of the worse grade.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from generator.analysis.bands import Band, bands, neighbours, number, reversed_order
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.2", "House rule")

_WHOLE = 100


def check(facts: Facts) -> Iterator[Problem]:
    for milder, worse in neighbours(facts.handbook):
        if milder.high < worse.low and not reversed_order(milder, worse):
            yield _between(milder, worse)
    for of_measure in bands(facts.handbook):
        if len(of_measure) > 1 and not _reaches_the_end(of_measure[-1]):
            yield _at_the_end(of_measure[-1])


def _reaches_the_end(worst: Band) -> bool:
    share = "%" in (worst.highest.unit or "")
    return worst.high == inf or (share and worst.high > _WHOLE)


def _between(milder: Band, worse: Band) -> Problem:
    begins, ends = number(milder.high), number(worse.low)
    return Problem(
        Place.of(milder.highest, "below"),
        f'"{milder.highest.measure}" from {begins} to below {ends} is in no grade: `{milder.grade.id}` ends before '
        f"{begins}, and `{worse.grade.id}` begins at {ends}.",
        expected=f"{ends}, where `{worse.grade.id}` begins",
        remedy="Write one number at both places.",
        related=(Related(Place.of(worse.lowest, "at_least"), "the worse grade begins here"),),
    )


def _at_the_end(worst: Band) -> Problem:
    return Problem(
        Place.of(worst.highest, "below"),
        f'"{worst.highest.measure}" from {number(worst.high)} on is in no grade: `{worst.grade.id}` is the worst one '
        "that counts it.",
        expected="no upper end in the worst grade that uses the measure",
        remedy=f"Remove `below`, or add a criterion from {number(worst.high)} on to a worse grade.",
    )
