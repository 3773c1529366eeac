"""A finding came back although the action for it was closed.

Two findings of exercises or emergencies have the same `topic`, and the later one showed on or after the day on which
an action for the earlier one was closed.

## Why

The action did not work, or was never carried out. Closing the same action a second time will not help; the cause lies
deeper.

## How to fix

Ask for the cause again, write another action for the new finding, and name in `evidence` the exercise that proves it.
If the two findings have nothing in common, give them different topics.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lessons import Lesson, lessons
from generator.finding import Level
from generator.model.exercises import ActionStatus, CorrectiveAction
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("SCF IRO-09.2", "ISO 22301:2019, 10.1")


def check(facts: Facts) -> Iterator[Problem]:
    by_topic: dict[str, list[Lesson]] = {}
    for lesson in sorted(lessons(facts.handbook), key=lambda known: known.on):
        if lesson.finding.topic:
            earlier = by_topic.setdefault(lesson.finding.topic, [])
            closed = [(known, action) for known in earlier for action in _closed_until(lesson, known)]
            if closed:
                yield _problem(lesson, *closed[-1])
            earlier.append(lesson)


def _closed_until(lesson: Lesson, earlier: Lesson) -> list[CorrectiveAction]:
    return [
        action
        for action in earlier.actions
        if action.status is ActionStatus.CLOSED and action.closed_on and action.closed_on <= lesson.on
    ]


def _problem(lesson: Lesson, earlier: Lesson, action: CorrectiveAction) -> Problem:
    return Problem(
        Place.of(lesson.finding, "topic"),
        f"The finding `{lesson.finding.id}` of {lesson.on} is about `{lesson.finding.topic}` again, though"
        f" `{action.id}` was closed on {action.closed_on}.",
        expected="a closed action after which the topic does not come back",
        remedy=f"Find out why `{action.id}` did not help, and write another action for `{lesson.finding.id}`.",
        related=(
            Related(Place.of(earlier.finding, "topic"), f"found before in `{earlier.source.id}`"),
            Related(Place.of(action, "closed_on"), "closed here"),
        ),
    )
