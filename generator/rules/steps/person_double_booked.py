"""A limit is missed because one person would have to do two things at once.

Every step gets one person for its likely time: the holders of the responsible role in the order of their assignments,
or a deputy if the role has no active holder. Nobody does two steps at a time; of two steps the more pressing one comes
first, and a step longer than 8 hours leaves time for others. A finding is a step that keeps its limit on paper
and misses it in this schedule. Several orders are tried; the step is told if none of them is in time.

## Why

On paper both steps fit, since each is looked at alone. In the emergency the only administrator stands at the server
while the phone with the second task rings. Too few hands are the usual reason why recovery times are missed.

## How to fix

Give one of the two steps to another role, assign a second person to the role, or give the later step more time.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.staffing import Clash, StaffedStep, clash_before
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019 (time frames)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for scenario, staffing in facts.staffed.items():
        timed, earlier = facts.schedules[scenario], facts.earlier_steps[scenario]
        late = {step.name for step in staffing.late}
        for step in staffing.late:
            if timed.steps[step.name].late or late & earlier[step.name]:
                continue
            if clash := clash_before(staffing, timed, step.name):
                yield _double_booked(facts, scenario, step, clash)


def _double_booked(facts: Facts, scenario: str, late: StaffedStep, clash: Clash) -> Problem:
    steps, person = facts.schedules[scenario].steps, clash.waiting.person or ""
    waiting, busy_with = steps[clash.waiting.name].step, steps[clash.busy_with.name].step
    assignment = facts.handbook.assignments_by_person[person][0]
    then = "" if late is clash.waiting else f" `{late.name}` waits for it."
    return Problem(
        Place.of(steps[late.name].step, "within"),
        f"`{person}` is needed for `{busy_with.id}` and `{waiting.id}` at the same time.{then} So `{late.name}` ends "
        f"{Duration.spell(late.end)} after the activation, but its limit is {Duration.spell(late.limit)}.",
        expected=f"somebody who is free for `{waiting.id}`, or a limit {Duration.spell(late.end)} after the activation",
        remedy=f"Give one of the two steps to another role, or assign a second person to `{waiting.responsible}`.",
        related=(
            Related(Place.of(busy_with, "responsible"), f"what `{person}` does first"),
            Related(Place.of(waiting, "responsible"), f"what `{person}` must do as well"),
            Related(Place.of(assignment, "person"), "the assignment"),
        ),
    )
