"""A step is late even if everything goes as it usually does.

The likely times (`takes.likely`) along the steps it waits for, with its own, add up to more than its limit. A step
that is late only because an earlier one overruns its own limit is not told again.

## Why

A limit that cannot be kept is broken in every emergency. People stop believing the others too, and whoever waits for
the result plans with a number that is wrong.

## How to fix

Give the step more time in `within`, begin it sooner by shortening `after`, or make the work shorter. Change `takes`
only if somebody has measured it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lateness import MissedLimit, missed_limits
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019 (time frames)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        for missed in missed_limits(timed):
            yield _late(missed)


def _late(missed: MissedLimit) -> Problem:
    step, awaited = missed.step, missed.awaited
    wait = f" It takes {step.takes.likely} and waits for `{awaited.id}`." if awaited else ""
    return Problem(
        Place.of(step, "within"),
        f"`{step.id}` likely ends {Duration.spell(missed.ends)} after the activation, but its limit is "
        f"{Duration.spell(missed.limit)}.{wait}",
        expected=f"a limit {Duration.spell(missed.ends)} after the activation or later",
        remedy="Lengthen `within`, let the step begin sooner, or make it shorter.",
        related=(Related(Place.of(awaited, "takes"), "what it waits for longest"),) if awaited else (),
    )
