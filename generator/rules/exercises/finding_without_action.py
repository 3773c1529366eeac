"""A finding of an exercise or of an emergency has no corrective action.

Every entry under `findings` of a record or an incident is named in `finding` of at least one entry under `actions`.

## Why

A finding that nobody owns is found again next time, perhaps in earnest. Standards want each finding to lead to an
action with an owner and a date.

## How to fix

Add an entry under `actions` with `finding`, what is done, `owner`, `due_on` and `status`. Name the record in `source`
or the emergency in `incident`. If nothing is to be done, write that decision as an action and close it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lessons import lessons
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 3.6.1", "ISO 22301:2019, 8.5", "HSEEP improvement plan")


def check(facts: Facts) -> Iterator[Problem]:
    for lesson in lessons(facts.handbook):
        if not lesson.actions:
            yield Problem(
                Place.of(lesson.finding, "id"),
                f"Nothing is done about the finding `{lesson.finding.id}` of `{lesson.source.id}`.",
                expected="a corrective action with owner and date",
                remedy=f"Add an entry under `actions` with `finding: {lesson.finding.id}`, `owner` and `due_on`.",
            )
