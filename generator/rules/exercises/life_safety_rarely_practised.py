"""An emergency that endangers people is practised less often than once a year.

A scenario with `life_safety: true` is covered by exercises of the programme, but all of them have an `every` of more
than 12 months. A scenario that no exercise covers is told by `scenario-not-planned`.

## Why

Whoever has to lead people out has no time to read. New people join every year, and half of them have never heard the
alarm. Work-safety and fire law ask for such exercises once or twice a year.

## How to fix

Lower `every` of one of its exercises to 12 months or less, or add an exercise that covers it. Look into the law of
your trade: crowded places and dangerous goods need one every half year.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import practices
from generator.finding import Level
from generator.model.duration import Duration, Unit
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = (
    "Measures for emergency plans for work-safety accidents, art. 33",
    "Regulations on emergency response to work-safety accidents, art. 8",
    "CIS Controls v8, 17.7",
)
LONGEST = Duration(12, Unit.MONTH)


def check(facts: Facts) -> Iterator[Problem]:
    for practice in practices(facts.handbook, facts.as_of):
        if practice.scenario.life_safety and practice.exercises:
            most_often = min(practice.exercises, key=lambda exercise: exercise.every.minutes)
            if most_often.every.minutes > LONGEST.minutes:
                yield Problem(
                    Place.of(most_often, "every"),
                    f"The scenario `{practice.scenario.id}` endangers people, but is practised only every"
                    f" {most_often.every}, in `{most_often.id}`.",
                    expected=f"an exercise that covers it every {LONGEST} or more often",
                    remedy=f"Set `every` to {LONGEST} or less, or add an exercise for `{practice.scenario.id}`.",
                    related=(Related(Place.of(practice.scenario, "life_safety"), "people may be in danger"),),
                )
