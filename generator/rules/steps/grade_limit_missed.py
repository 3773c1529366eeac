"""An emergency is still open when the limit of its grade has passed.

The step with `act: stand-down` likely ends later than `within` of the scenario's grade. Of several grades the one
that leaves most time counts; the steps of the review after it do not.

## Why

The grade promises everybody who is told of the emergency how long it will be handled. If the plan itself takes longer,
the promise is broken each time, and those who wait for the end (customers, an authority, the next shift) act on
a wrong number.

## How to fix

Shorten the chain of steps before the stand-down, or move what may go on afterwards out of it. If the work really takes
that long, give the emergency a grade with more time, or lengthen `within` of the grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.analysis.targets import longest_grade
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019 (time frames)",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        last, grade = scenario.last_step, longest_grade(facts.handbook, scenario)
        if last is None or grade is None:
            continue
        ends = facts.schedules[scenario.id].steps[last.id].ends
        if is_later(ends, grade.within.minutes):
            yield Problem(
                Place.of(last, "within"),
                f"`{scenario.id}` is likely over {Duration.spell(ends)} after the activation, but its grade "
                f"`{grade.id}` allows {grade.within}.",
                expected=f"the end of the emergency within {grade.within}",
                remedy="Shorten the steps before the stand-down, or give the emergency a grade with more time.",
                related=(Related(Place.of(grade, "within"), "the limit of the grade"),),
            )
