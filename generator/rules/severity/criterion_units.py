"""Two grades count the same measure in different units.

Where several grades use the same `measure`, all of them give the same `unit`; the rare unit is reported. A grade that
gives a measure in two units may do so.

## Why

"At least 2" in one grade and "below 120" in the next can both be right, one in hours and one in minutes. Under stress
somebody compares 90 minutes with the 2 and takes the worst grade, or the mildest. Such numbers cannot be checked for
gaps either.

## How to fix

Write every grade of the measure in one unit, and convert the numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.bands import by_measure, mixed_units, unit_name
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.severity import Criterion
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for grades in by_measure(facts.handbook).values():
        if mixed_units(grades):
            criteria = [criterion for _, criterion in grades]
            usual = _usual(criteria)
            for criterion in criteria:
                if unit_name(criterion) != unit_name(usual):
                    yield _differs(criterion, usual)


def _usual(criteria: list[Criterion]) -> Criterion:
    """The first criterion with the unit that most have."""
    (unit, _), *_ = Counter(map(unit_name, criteria)).most_common()
    return next(criterion for criterion in criteria if unit_name(criterion) == unit)


def _differs(criterion: Criterion, usual: Criterion) -> Problem:
    here, there = criterion.unit or "no unit", usual.unit or "no unit"
    return Problem(
        Place.of(criterion, "unit"),
        f'"{criterion.measure}" is counted in {here} here, and in {there} in another grade.',
        expected=f"`unit: {usual.unit}`" if usual.unit else "the same unit in all grades",
        remedy="Use one unit in all grades and convert the numbers.",
        related=(Related(Place.of(usual, "unit"), "the unit there"),),
    )
