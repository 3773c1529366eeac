"""A law that an emergency sets off has no obligation that says how the company fulfils it.

Every statute that is in force, and of whose `events` one occurs in a scenario, is named by `statute` of an obligation.

## Why

The statute is the law as it stands. The obligation says who reports, to whom, and by when at the latest. Without it no
plan can list the clock, and nobody owns it.

## How to fix

Write an obligation with `statute:` set to its id, an owner, the recipients and the company's own limit. If the law does
not bind the company, remove the statute.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import is_repealed, not_yet_in_force
from generator.finding import Level
from generator.model.legal import Statute
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule: one obligation for each law",)


def check(facts: Facts) -> Iterator[Problem]:
    handbook, today = facts.handbook, facts.as_of
    covered = {obligation.statute for obligation in handbook.obligations.values()}
    for statute in handbook.statutes.values():
        if statute.id not in covered and not (not_yet_in_force(statute, today) or is_repealed(statute, today)):
            hit = [s for s in handbook.scenarios.values() if not set(s.events).isdisjoint(statute.events)]
            if hit:
                yield _problem(statute, hit[0])


def _problem(statute: Statute, scenario: Scenario) -> Problem:
    number, event = next((n, event) for n, event in enumerate(scenario.events) if event in statute.events)
    return Problem(
        Place.of(statute, "id"),
        f"`{scenario.id}` sets off the law `{statute.id}` (event `{event}`), but no obligation fulfils it.",
        expected=f"an obligation with `statute: {statute.id}`",
        remedy=f"Write an obligation with `statute: {statute.id}`, or remove the statute if it does not bind you.",
        related=(Related(Place.of(scenario, "events", number), "the event that sets it off"),),
    )
