"""A step must be done before a step that it waits for.

The limit of a step (`within`, counted from the activation or from the step in `since`) is earlier than the limit of a
step in its `after`.

## Why

Each limit alone looks right, but both cannot be used. If the first team takes the time it is given, the second team
is late before it may begin, and nobody notices until both are late.

## How to fix

Give the later step a longer `within`, or the earlier one a shorter. If the two do not depend on each other, remove
the name from `after`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import Schedule, is_later, waits_for
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        yield from _reversed_limits(timed)


def _reversed_limits(timed: Schedule) -> Iterator[Problem]:
    for item in timed.steps.values():
        before = [timed.steps[name] for name in waits_for(item.step)]
        last = max(before, key=lambda earlier: earlier.limit, default=None)
        if last and is_later(last.limit, item.limit):
            yield Problem(
                Place.of(item.step, "within"),
                f"`{item.step.id}` must be done {Duration.spell(item.limit)} after the activation, but waits for "
                f"`{last.step.id}`, which has {Duration.spell(last.limit)}.",
                expected=f"a limit later than {Duration.spell(last.limit)} after the activation",
                remedy="Lengthen this limit or shorten the other one; keep time for the work itself.",
                related=(Related(Place.of(last.step, "within"), "the limit of the step it waits for"),),
            )
