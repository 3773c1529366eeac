"""Nobody can read the handbook when the systems are down, or the copies burn with the site.

The handbook has at least one entry under `offline_copies` of `conduct.yml`, and no scenario hits (`hits_sites`) the
sites of all of them at once.

## Why

A plan for a power cut that lies on a server is no plan. Emergency standards ask for a copy on paper or on a device
that needs no network, and for one where the emergency does not reach.

## How to fix

Print the handbook or put it on a device without network, at two sites at least, and list each copy with `form`,
`site`, `place`, `keeper` and `renewed_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.element import Element
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("BSI IT-Grundschutz DER.4.A1", "ANSSI crisis guide, 10.2")


def check(facts: Facts) -> Iterator[Problem]:
    copies = list(facts.handbook.offline_copies.values())
    sites = {copy.site for copy in copies}
    lost = [s for s in facts.handbook.scenarios.values() if not s.control.retired and sites <= {*s.hits_sites}]
    if not copies:
        yield _none(facts)
    elif lost:
        yield _all_lost(copies[0], sites, lost)


def _none(facts: Facts) -> Problem:
    conduct = facts.handbook.conduct
    return Problem(
        Place.of(conduct, "offline_copies") if conduct else Place.of(facts.handbook.settings, "company"),
        "No copy of the handbook can be read when the systems are down.",
        expected="at least one copy on paper or on a device, listed under `offline_copies` in `conduct.yml`",
        remedy="Print the handbook, and list the copy with `form`, `site`, `place`, `keeper` and `renewed_on`.",
    )


def _all_lost(first: Element, sites: set[str], lost: list[Scenario]) -> Problem:
    places = ", ".join(f"`{site}`" for site in sorted(sites))
    return Problem(
        Place.of(first, "site"),
        f"Every copy of the handbook lies at {places}, which the scenario `{lost[0].id}` hits.",
        expected="a copy at a site that no scenario hits together with the others",
        remedy="Keep another copy at another site, at the duty manager's home or in a vehicle.",
        related=tuple(Related(Place.of(scenario, "hits_sites"), f"hit by `{scenario.id}`") for scenario in lost),
    )
