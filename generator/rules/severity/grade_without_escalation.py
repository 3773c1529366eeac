"""A grade has no escalation path.

Every grade has a path under `escalation` with at least one step, if the handbook has any path at all.

## Why

The first call is not answered, and the table of grades does not say who is next. The caller tries the same number
again. GB/T 29639-2020 wants the way of an internal alarm written down: order, method and person.

## How to fix

Add a path with `grade:` of this grade under `escalation`, and say after how many minutes who is called next.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import paths, paths_of
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("GB/T 29639-2020 (information intake)",)


def check(facts: Facts) -> Iterator[Problem]:
    if not paths(facts.handbook):
        return
    for grade in facts.handbook.grades.values():
        own = paths_of(facts.handbook, grade.id)
        if not any(path.steps for path in own):
            yield Problem(
                Place.of(own[0], "steps") if own else Place.of(grade, "id"),
                f"The grade `{grade.id}` has no escalation path" + (" with a step." if own else "."),
                expected="a path with at least two steps under `escalation`",
                remedy=f"Add a path with `grade: {grade.id}` that says who is called next, after how many minutes.",
            )
