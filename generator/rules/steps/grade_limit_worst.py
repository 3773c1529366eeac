"""At worst an emergency is still open when the limit of its grade has passed.

The step with `act: stand-down` ends, if every step takes its worst time, later than `within` of the scenario's grade,
while with the likely times it does not. Of several grades the one that leaves most time counts.

## Why

The grade promises how long the emergency will be handled. A plan without reserve keeps the promise only if nothing
goes wrong on the way.

## How to fix

Shorten the longest chain of steps before the stand-down, let steps run side by side, or lengthen `within` of the grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.analysis.targets import longest_grade
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019 (time frames)",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        last, grade = scenario.last_step, longest_grade(facts.handbook, scenario)
        if last is None or grade is None:
            continue
        end, promised = facts.schedules[scenario.id].steps[last.id], grade.within.minutes
        if is_later(end.worst_end, promised) and not is_later(end.ends, promised):
            yield Problem(
                Place.of(last, "within"),
                f"At worst `{scenario.id}` is over {Duration.spell(end.worst_end)} after the activation, but its grade "
                f"`{grade.id}` allows {grade.within}.",
                expected=f"the end of the emergency within {grade.within}, even if every step takes longest",
                remedy="Shorten the longest chain of steps before the stand-down.",
                related=(Related(Place.of(grade, "within"), "the limit of the grade"),),
            )
