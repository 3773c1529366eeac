"""Too many roles report to one.

The roles that name the same `superior` are not more than `span_most`.

## Why

In an emergency everybody below wants an order or a decision at the same time. Above seven, the leader becomes the
place where everything waits. The Incident Command System leads with three to seven people each.

## How to fix

Put a lead in between, and set `superior` of some of the roles to that lead.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.chart import reports
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Incident Command System (span of control)",)
THRESHOLDS = ("span_most",)


def check(facts: Facts) -> Iterator[Problem]:
    most = facts.handbook.settings.thresholds.span_most
    for name, below in reports(facts.handbook).items():
        if len(below) > most:
            yield Problem(
                Place.of(facts.handbook.roles[name], "id"),
                f"{len(below)} roles report to `{name}`, more than {most}.",
                expected=f"at most {most} roles with `superior: {name}`",
                remedy="Let some of them report to a lead in between.",
                related=tuple(Related(Place.of(role, "superior"), f"`{role.id}`") for role in below),
            )
