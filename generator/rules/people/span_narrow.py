"""A layer of the chart has too few people below it to be worth its time.

A role below the top has at least one report, but fewer than `span_least` people who can be called upon fill all of its
reports together, and one of these reports leads others in turn. A small team at the end of a line is no layer and is
not meant.

## Why

Each layer is one more call before a report arrives at the top and a decision comes back. A leader of one or two leaders
adds this time and takes nobody else off the superior's hands. The Incident Command System leads with three to seven
people each.

## How to fix

Let the roles below report one level higher, or give this role more of the roles of its superior.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import holders
from generator.analysis.chart import reports
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.NOTE
SOURCES = ("Incident Command System (span of control)",)
THRESHOLDS = ("span_least",)


def check(facts: Facts) -> Iterator[Problem]:
    least = facts.handbook.settings.thresholds.span_least
    chart = reports(facts.handbook)
    for name, below in chart.items():
        leading = [role for role in below if role.id in chart]
        people = sum(len(holders(facts.handbook, role.id)) for role in below)
        if facts.handbook.roles[name].superior and people < least and leading:
            count = "Only one person reports" if people == 1 else f"Only {people} people report"
            yield Problem(
                Place.of(facts.handbook.roles[name], "id"),
                f"{count} to `{name}`, and `{leading[0].id}` leads others in turn.",
                expected=f"at least {least} people in roles with `superior: {name}`",
                remedy=f"Let `{leading[0].id}` report one level higher, or give `{name}` more roles.",
                related=tuple(Related(Place.of(role, "superior"), f"`{role.id}`") for role in below),
            )
