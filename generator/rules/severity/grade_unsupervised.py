"""The worst grade has neither a team nor a supervisor.

The grade with the lowest `rank` has a `team` or a role under `supervised_by`.

## Why

In the worst case many people work at once, and somebody must see the whole and relieve those who lead. Without a team
or a supervisor the load stays with one commander for hours.

## How to fix

Write `team:` with the team that forms for this grade, or `supervised_by:` with the role that watches over it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020 (emergency organisation)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    worst = next(iter(facts.handbook.grades.values()), None)
    if worst and worst.team is None and worst.supervised_by is None:
        yield Problem(
            Place.of(worst, "id"),
            f"The worst grade, `{worst.id}`, has neither `team` nor `supervised_by`.",
            expected="a team that forms, or a role that supervises",
            remedy="Add `team: ...` or `supervised_by: ...`.",
        )
