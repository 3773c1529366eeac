"""A corrective action is closed without proof, or its dates contradict its state.

A closed action has `closed_on` and `evidence`, and `closed_on` is not earlier than the exercise or emergency that
showed the finding. An action that is not closed has no `closed_on`.

## Why

"Done" without a date and a proof is a hope. ISO 22301 asks for evidence of what was done and whether it worked, and
the next exercise needs to know what to test.

## How to fix

Write the day into `closed_on` and into `evidence` what shows it: a photograph, a test, the new version of a plan. If
there is no proof, set `status` back to `in-progress`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lessons import Lesson, lessons
from generator.finding import Level
from generator.model.exercises import ActionStatus, CorrectiveAction, ExerciseRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 10.1",)


def check(facts: Facts) -> Iterator[Problem]:
    for lesson in lessons(facts.handbook):
        for action in lesson.actions:
            if action.status is ActionStatus.CLOSED:
                yield from _closed(action, lesson)
            elif action.closed_on:
                yield _not_closed(action)


def _closed(action: CorrectiveAction, lesson: Lesson) -> Iterator[Problem]:
    missing = [field for field in ("closed_on", "evidence") if getattr(action, field) is None]
    if missing:
        named = " and ".join(f"`{field}`" for field in missing)
        yield Problem(
            Place.of(action, "status"),
            f"The action `{action.id}` is closed, but has no {named}.",
            expected="the day on which it was closed, and what proves it",
            remedy=f"Add {named}, or set `status: in-progress`.",
        )
    if action.closed_on and action.closed_on < lesson.on:
        shown = "on" if isinstance(lesson.source, ExerciseRecord) else "began_on"
        yield Problem(
            Place.of(action, "closed_on"),
            f"The action `{action.id}` was closed on {action.closed_on}, before its finding showed on {lesson.on}.",
            expected=f"a day from {lesson.on} on",
            remedy="Correct `closed_on`, or the finding it belongs to.",
            related=(Related(Place.of(lesson.source, shown), f"`{lesson.source.id}`"),),
        )


def _not_closed(action: CorrectiveAction) -> Problem:
    return Problem(
        Place.of(action, "status"),
        f"The action `{action.id}` has the closing day {action.closed_on}, but is {action.status}.",
        expected="`status: closed`, or no `closed_on`",
        remedy="Set `status: closed` if there is proof, or remove `closed_on`.",
        related=(Related(Place.of(action, "closed_on"), "closed here"),),
    )
