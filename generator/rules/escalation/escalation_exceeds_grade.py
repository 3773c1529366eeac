"""The escalation reaches those who handle the incident when its time limit is over.

On the path of a grade, take the last step to a role of `handled_by`, to a deputy of one, or to `supervised_by` (the
last step of all if there is none). Its `after` plus the time that it has to answer must not exceed `within` of the
grade. The time to answer is the wait until the next step; for the last step, the wait before it. Later steps may come
after the limit: they tell a superior that it was missed.

## Why

Each call waits its full time if nobody answers. If the sum is longer than the limit for the whole incident, the limit
is missed before anybody has begun, whenever the first one called does not answer.

## How to fix

Shorten the waits of the path, or give the grade a longer `within`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import paths_of
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.handbook import Handbook
from generator.model.severity import EscalationPath, Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for grade in facts.handbook.grades.values():
        for path in paths_of(facts.handbook, grade.id):
            if path.steps:
                yield from _of_path(facts.handbook, grade, path)


def _of_path(handbook: Handbook, grade: Grade, path: EscalationPath) -> Iterator[Problem]:
    number = _last_handler(handbook, grade, path)
    step = path.steps[number]
    answered = step.after.minutes + _wait(path, number)
    if answered > grade.within.minutes:
        yield Problem(
            Place.of(step, "after"),
            f"At `{grade.id}` the answer of `{step.notify}` may come only {Duration.spell(answered)} after the report; "
            f"the incident must be handled within {grade.within}.",
            expected=f"an answer within {grade.within}",
            remedy="Shorten the waits before this step, or the wait after it.",
            related=(Related(Place.of(grade, "within"), "the limit"),),
        )


def _last_handler(handbook: Handbook, grade: Grade, path: EscalationPath) -> int:
    deputies = {deputy for role in grade.handled_by for deputy in handbook.roles[role].deputies}
    handlers = {*grade.handled_by, *deputies, grade.supervised_by}
    numbers = [number for number, step in enumerate(path.steps) if step.notify in handlers]
    return numbers[-1] if numbers else len(path.steps) - 1


def _wait(path: EscalationPath, number: int) -> float:
    """Minutes that a step has for an answer."""
    times = [step.after.minutes for step in path.steps]
    if number + 1 < len(times):
        return times[number + 1] - times[number]
    return times[number] - times[number - 1] if number else 0
