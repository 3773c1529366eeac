"""A plan brings a system back later than promised.

The first step that names the system in `restores` likely ends later than the system's `rto`. The time counts from the
activation of the plan.

## Why

The rto is what sales, customers and contracts count on. If the steps before the restore already use it up, the
promise is broken in every emergency, however good the backup is. ISO 22301 asks for plans that meet the time frames set
in the impact analysis.

## How to fix

Shorten the steps before the restore, or let them run side by side. If that is all that can be done, tell the owner of
the system and set a longer `rto` that fits the impact analysis.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.analysis.targets import returns
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019 (time frames)",)


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        for back in returns(facts.handbook, timed):
            rto, ends = back.system.rto, back.by.ends
            if rto and is_later(ends, rto.minutes):
                yield Problem(
                    Place.of(back.by.step, "restores", back.number),
                    f"`{back.system.id}` likely works again {Duration.spell(ends)} after the activation, but its rto "
                    f"is {rto}.",
                    expected=f"a step that restores `{back.system.id}` within {rto}",
                    remedy="Shorten the steps before this one, or set an rto that can be kept.",
                    related=(Related(Place.of(back.system, "rto"), "what is promised"),),
                )
