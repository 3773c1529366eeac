"""A corrective action names another exercise or emergency than the one that showed its finding.

`source` or `incident` of an action is not the record or incident under which its `finding` stands.

## Why

Whoever checks the action looks it up in the wrong report. The action list then claims that a finding is dealt with,
and the report it came from still shows it as open.

## How to fix

Put the id of the record that holds the finding into `source`, or of the emergency into `incident`. If the finding is
the wrong one, correct `finding`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lessons import Lesson, lessons
from generator.finding import Level
from generator.model.exercises import CorrectiveAction, ExerciseRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("HSEEP improvement plan",)


def check(facts: Facts) -> Iterator[Problem]:
    for lesson in lessons(facts.handbook):
        right = "source" if isinstance(lesson.source, ExerciseRecord) else "incident"
        for action in lesson.actions:
            for field, named in (("source", action.source), ("incident", action.incident)):
                if named and (field, named) != (right, lesson.source.id):
                    yield _problem(action, field, lesson, right)


def _problem(action: CorrectiveAction, field: str, lesson: Lesson, right: str) -> Problem:
    return Problem(
        Place.of(action, field),
        f"The action `{action.id}` names `{getattr(action, field)}`, but its finding `{action.finding}`"
        f" stands in `{lesson.source.id}`.",
        expected=f"`{right}: {lesson.source.id}`, or a finding of `{getattr(action, field)}`",
        remedy=f"Write `{right}: {lesson.source.id}`, or correct `finding`.",
        related=(Related(Place.of(lesson.finding, "id"), "the finding"),),
    )
