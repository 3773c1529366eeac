"""No value can meet a criterion, because it ends before it begins.

`below` of a criterion is greater than its `at_least`.

## Why

A value counts from `at_least` on and stops before `below`. If `below` is not the greater one, nothing ever falls into
the criterion, and the grade is not declared on this measure.

## How to fix

Look whether the two numbers were swapped or one has lost a digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.bands import high, low, number
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for grade in facts.handbook.grades.values():
        for criterion in grade.criteria:
            if high(criterion) <= low(criterion):
                begins = number(low(criterion))
                yield Problem(
                    Place.of(criterion, "below"),
                    f"The criterion begins at {begins} and ends before {number(high(criterion))}: no value meets it.",
                    expected=f"a number above {begins}",
                    remedy="Correct `below` or `at_least`, or remove the one that does not apply.",
                    related=(Related(Place.of(criterion, "at_least"), "begins here"),),
                )
