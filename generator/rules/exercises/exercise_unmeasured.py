"""An exercise of the programme says nothing about what is measured.

`measures` of the exercise is empty. A record without times is told by `report-incomplete`.

## Why

"It went well" cannot be compared with a recovery time or with the last exercise. What is to be measured must be known
before, or nobody holds the watch.

## How to fix

Write under `measures` what is measured against which limit of the plan, such as "The first statement is published
within 45 minutes."
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ENISA guidance on Regulation (EU) 2024/2690, annex 4.3.4",)


def check(facts: Facts) -> Iterator[Problem]:
    for exercise in facts.handbook.exercises.values():
        if not exercise.measures:
            yield Problem(
                Place.of(exercise, "measures"),
                f"The exercise `{exercise.id}` measures nothing.",
                expected="at least one time or number with its limit",
                remedy="Add `measures` with the limits of the plans that are practised.",
            )
