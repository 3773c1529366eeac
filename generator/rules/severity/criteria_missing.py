"""A grade or a scenario does not say when it applies.

Every grade has at least one entry under `criteria`. Every scenario has at least one entry under `severity`.

## Why

Without criteria two people grade the same incident differently, or nobody dares to declare it. A plan that does not
say when it starts is one of the most frequent findings of audits against ISO 22301, which asks in 8.4 for criteria of
activation.

## How to fix

Write under `criteria` of the grade what one can see or count, with `measure`, `at_least` and `below` where there is
a number. In a scenario, write under `severity` which grade applies when.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4", "GB/T 29639-2020 (response levels)")


def check(facts: Facts) -> Iterator[Problem]:
    for grade in facts.handbook.grades.values():
        if not grade.criteria:
            yield Problem(
                Place.of(grade, "criteria"),
                f"The grade `{grade.id}` has no criteria.",
                expected="at least one fact under `criteria`",
                remedy="Add `- {when: ..., measure: ..., at_least: ..., unit: ...}` with what one can see or count.",
            )
    for scenario in facts.handbook.scenarios.values():
        if not scenario.severity:
            yield Problem(
                Place.of(scenario, "severity"),
                f"The scenario `{scenario.id}` does not say which grade it gets.",
                expected="at least one grade under `severity`",
                remedy="Add `- {grade: ..., when: ...}` for each grade that this emergency can have.",
            )
