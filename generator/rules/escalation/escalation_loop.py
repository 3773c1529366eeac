"""An escalation path comes back to somebody who has not answered before.

On one path no role is notified twice. Each step asks somebody new: not all people who fill its role and can be called
upon are the first to call of earlier steps.

## Why

Escalation helps only if each call reaches another person. A path that comes back to the same phone looks like five
steps and is one.

## How to fix

Notify another role, or assign the role to another person.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import paths
from generator.analysis.calls import holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.handbook import Handbook
from generator.model.severity import EscalationPath, EscalationStep
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for path in paths(facts.handbook):
        yield from _of_path(facts.handbook, path)


def _of_path(handbook: Handbook, path: EscalationPath) -> Iterator[Problem]:
    asked: dict[str, EscalationStep] = {}
    notified: dict[str, EscalationStep] = {}
    for step in path.steps:
        people = [call.person.id for call in holders(handbook, step.notify)]
        if step.notify in notified:
            yield _same_role(step, notified[step.notify])
        elif people and asked.keys() >= set(people):
            yield _same_people(step, people, asked[people[0]])
        notified.setdefault(step.notify, step)
        for person in people[:1]:
            asked.setdefault(person, step)


def _same_role(step: EscalationStep, earlier: EscalationStep) -> Problem:
    return Problem(
        Place.of(step, "notify"),
        f"After {step.after} this path calls `{step.notify}` again, who was called after {earlier.after}.",
        expected="another role at each step",
        remedy="Name the next role up, such as the superior of this one.",
        related=(Related(Place.of(earlier, "notify"), "called first here"),),
    )


def _same_people(step: EscalationStep, people: list[str], earlier: EscalationStep) -> Problem:
    return Problem(
        Place.of(step, "notify"),
        f"After {step.after} this path calls `{step.notify}`, a role that only {listed(people)} fills, and who was "
        f"called as `{earlier.notify}` before.",
        expected="a role that somebody fills who was not called yet",
        remedy="Name another role, or assign this role to another person.",
        related=(Related(Place.of(earlier, "notify"), "the same person"),),
    )
