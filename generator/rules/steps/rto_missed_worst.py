"""At worst a plan brings a system back later than promised.

The first step that names the system in `restores` ends, if every step takes its worst time, later than the system's
`rto`, while with the likely times it does not.

## Why

An rto without reserve holds only if nothing goes wrong on the way. Customers and contracts count on it on the bad
days, not on the good ones.

## How to fix

Shorten the steps before the restore, let them run side by side, or keep a spare that bridges the time. Otherwise set
an `rto` that can be kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.analysis.targets import returns
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019 (time frames)",)


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        for back in returns(facts.handbook, timed):
            rto, ends = back.system.rto, back.by.worst_end
            if rto and is_later(ends, rto.minutes) and not is_later(back.by.ends, rto.minutes):
                yield Problem(
                    Place.of(back.by.step, "restores", back.number),
                    f"At worst `{back.system.id}` works again {Duration.spell(ends)} after the activation, but its rto "
                    f"is {rto}.",
                    expected=f"a step that restores `{back.system.id}` within {rto}, even if every step takes longest",
                    remedy="Shorten the steps before this one, or set an rto that can be kept.",
                    related=(Related(Place.of(back.system, "rto"), "what is promised"),),
                )
