"""A criterion has a number, but does not say what it counts.

A criterion with `at_least` or `below` has a `measure`.

## Why

"At least 20" can be orders, minutes or parcels. Without the name the number cannot be compared with those of the other
grades, so a gap between two grades stays unseen.

## How to fix

Write under `measure` what is counted, in the same words as in the other grades, and under `unit` in what.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.bands import number
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.2", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for grade in facts.handbook.grades.values():
        for criterion in grade.criteria:
            for key, value in (("at_least", criterion.at_least), ("below", criterion.below)):
                if value is not None and criterion.measure is None:
                    yield Problem(
                        Place.of(criterion, key),
                        f"The number {number(value)} counts something that is not named.",
                        expected="`measure` beside the number",
                        remedy="Add `measure: ...` in the same words as in the other grades.",
                    )
                    break
