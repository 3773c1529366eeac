"""Emergency work begins, but nobody ends it.

A scenario has a step with `act: work-degraded` or `act: switch-over`, but none with `act: return-to-normal`.

## Why

Paper orders are never entered, temporary rights stay open, and the second line is paid for months. ISO 22301 asks in
8.4.5 for a way back from the measures of the emergency to normal work.

## How to fix

Add a step with `act: return-to-normal`: enter what was done by hand, compare the numbers, close temporary rights,
give back what was lent.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.5", "Regulation (EU) 2024/2690, annex 4.1.2 (h)")


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        makeshift = scenario.doing(Act.WORK_DEGRADED, Act.SWITCH_OVER)
        if makeshift and not scenario.doing(Act.RETURN_TO_NORMAL):
            yield Problem(
                Place.of(makeshift[0], "act"),
                f"`{makeshift[0].id}` begins emergency work, but no step of `{scenario.id}` goes back to normal.",
                expected="a step with `act: return-to-normal`",
                remedy="Add who enters the backlog, closes temporary rights and ends the makeshift, and by when.",
            )
