"""A spare is ready only after the step that needs it must be done.

`ready_within` of a spare in `uses` is longer than the limit of the step, counted from the activation of the plan.
A step with `act: escalate` only orders the spare and is passed over.

## Why

The step waits for a van or a router that comes too late, and everything after it is late too. The two numbers stand in
different files, so nobody sees it until the day.

## How to fix

Make the spare ready sooner (nearer place, reservation, contract), give the step a limit that includes fetching it, or
use another spare.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import ScheduledStep, is_later
from generator.finding import Level
from generator.model.acts import Act
from generator.model.duration import Duration
from generator.model.technical import Spare
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        for item in timed.steps.values():
            for number, name in enumerate(item.step.uses):
                spare = facts.handbook.spares[name]
                orders_only = item.step.act is Act.ESCALATE
                if is_later(spare.ready_within.minutes, item.limit) and not orders_only:
                    yield _not_ready(item, number, spare)


def _not_ready(item: ScheduledStep, number: int, spare: Spare) -> Problem:
    return Problem(
        Place.of(item.step, "uses", number),
        f"`{spare.id}` is ready within {spare.ready_within}, but `{item.step.id}` must be done "
        f"{Duration.spell(item.limit)} after the activation.",
        expected=f"a spare that is ready within {Duration.spell(item.limit)}",
        remedy="Make the spare ready sooner, or give the step more time.",
        related=(Related(Place.of(spare, "ready_within"), "when it is ready"), _limit(item)),
    )


def _limit(item: ScheduledStep) -> Related:
    return Related(Place.of(item.step, "within"), "when the step must be done")
