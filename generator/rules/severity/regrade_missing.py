"""No step of a scenario checks the grade again.

Every scenario has a step with `act: regrade`.

## Why

An outage that was small at 9:00 is grave at 11:00, and nobody notices while everybody repairs. GB/T 29639-2020 wants
the situation followed and the response level adjusted in time, upward and downward.

## How to fix

Add a step with `act: regrade` in the phase `respond` or `handle`: who compares the numbers with the table, by when,
and where the new grade is written. Let it come again at each update.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020 (information handling and judgement)",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if not any(step.act is Act.REGRADE for step in scenario.steps):
            yield Problem(
                Place.of(scenario, "phases"),
                f"No step of `{scenario.id}` checks the grade again.",
                expected="a step with `act: regrade`",
                remedy="Add a step with `act: regrade` to the phase `respond` or `handle`.",
            )
