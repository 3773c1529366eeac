"""A step is late if everything takes as long as it can.

The worst times (`takes.worst`) along the steps it waits for, with its own, add up to more than its limit, while the
likely times do not. A step that inherits the delay from an earlier step is not told again.

## Why

In an emergency the worst case is not rare: it is night, the first call is not answered, the disk is slow. A limit
that holds only on a good day is no promise to an authority or a customer.

## How to fix

Lengthen `within` until the worst case fits, or shorten the chain before the step. If the limit is set from outside,
say in `if_not` what happens when it comes close.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lateness import MissedLimit, limits_missed_at_worst
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        for missed in limits_missed_at_worst(timed):
            yield _late(missed)


def _late(missed: MissedLimit) -> Problem:
    awaited = missed.awaited
    return Problem(
        Place.of(missed.step, "within"),
        f"At worst `{missed.step.id}` ends {Duration.spell(missed.ends)} after the activation, but its limit is "
        f"{Duration.spell(missed.limit)}.",
        expected=f"a limit {Duration.spell(missed.ends)} after the activation or later",
        remedy="Lengthen `within`, or shorten the steps before it.",
        related=(Related(Place.of(awaited, "takes"), "what it waits for longest"),) if awaited else (),
    )
