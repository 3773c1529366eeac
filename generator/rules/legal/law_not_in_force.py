"""A plan starts a clock of a law that is not in force.

An obligation that a scenario lists, and the statute it names, have no `in_force_on` after today and not the certainty
`not-in-force`.

## Why

Proposals and drafts are quoted as if they were law. The 96 hours of the European reform proposal are longer than the 72
hours that bind; whoever works by them is late. Clocks that do not bind also take time away from those that do.

## How to fix

Keep the obligation for the day it comes into force, but take it out of `obligations` of the scenarios and of `notifies`
of their steps. If the law is in force, correct `in_force_on` and `certainty`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import listed_in, not_yet_in_force, sources_of
from generator.finding import Level
from generator.model.legal import Certainty, LegalSource, Obligation
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: plans rest on law in force",)


def check(facts: Facts) -> Iterator[Problem]:
    for name, scenarios in listed_in(facts.handbook).items():
        obligation = facts.handbook.obligations[name]
        source = next((s for s in sources_of(facts.handbook, obligation) if not_yet_in_force(s, facts.as_of)), None)
        if source:
            yield _problem(obligation, source, scenarios)


def _problem(obligation: Obligation, source: LegalSource, scenarios: tuple[Scenario, ...]) -> Problem:
    draft = source.certainty is Certainty.NOT_IN_FORCE
    since = "is marked as not in force" if draft else f"comes into force on {source.in_force_on}"
    lists = (Place.of(s, "obligations", s.obligations.index(obligation.id)) for s in scenarios)
    return Problem(
        Place.of(source, "certainty" if draft else "in_force_on"),
        f"The law behind `{obligation.id}` {since}, but plans start its clock.",
        expected="plans that start only clocks in force",
        remedy=f"Take `{obligation.id}` out of the scenarios until the law is in force, or correct the date.",
        related=tuple(Related(place, "listed here") for place in lists),
    )
