"""An emergency can last longer than the plan says.

`may_last` of a scenario is shorter than the time until its step with `act: stand-down` ends, if every step takes its
worst time.

## Why

From `may_last` follows whether a second shift, food and places to sleep are needed. If the number is too small,
nobody plans the relief, and after half a day the same tired people decide.

## How to fix

Set `may_last` to the worst case of the plan or longer, then look at who takes over.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        last, told = scenario.last_step, scenario.may_last
        if last is None or told is None:
            continue
        ends = facts.schedules[scenario.id].steps[last.id].worst_end
        if is_later(ends, told.minutes):
            yield Problem(
                Place.of(scenario, "may_last"),
                f"`{scenario.id}` may last {told} by this line, but at worst its steps take {Duration.spell(ends)}.",
                expected=f"{Duration.spell(ends)} or longer",
                remedy="Lengthen `may_last`, or shorten the steps.",
                related=(Related(Place.of(last, "id"), "the last step"),),
            )
