"""A scenario counts on a spare that lies where the disaster is.

A step must not use a spare whose `site` is in `hits_sites` of its scenario. Steps that protect life or call rescue
are not judged, nor is gear that stands in for no system (`replaces` is empty) before the phase `handle`, such as
extinguishers and first-aid kits.

## Why

The generator burns with the hall it should feed. A plan that fetches its means from the lost place ends at this step.

## How to fix

Keep the spare, or a part of it as an entry of its own, at another `site`. Or use another spare in this step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act, PhaseId
from generator.model.scenario import Scenario, Step
from generator.model.technical import Spare
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("NIST SP 800-53, CP-6 and CP-7 (alternate sites without the same threats)",)

_ON_THE_SPOT = frozenset({Act.PROTECT_LIFE, Act.CALL_RESCUE})
_AT_FIRST = frozenset({PhaseId.DETECT, PhaseId.REPORT, PhaseId.RESPOND})


def check(facts: Facts) -> Iterator[Problem]:
    spares = facts.handbook.spares
    for scenario in facts.handbook.scenarios.values():
        for phase in scenario.phases:
            for step in phase.steps:
                for spare in (spares[name] for name in step.uses):
                    at_hand = step.act in _ON_THE_SPOT or (phase.id in _AT_FIRST and not spare.replaces)
                    if spare.site in scenario.hits_sites and not at_hand:
                        yield _problem(scenario, step, spare)


def _problem(scenario: Scenario, step: Step, spare: Spare) -> Problem:
    return Problem(
        Place.of(step, "uses", step.uses.index(spare.id)),
        f"The step `{step.id}` of `{scenario.id}` uses `{spare.id}`, but that lies at `{spare.site}`, which this "
        f"scenario may take away.",
        expected="a spare at another site",
        remedy="Keep the spare at another site, or use another one here.",
        related=(
            Related(Place.of(spare, "site"), "it is kept here"),
            Related(Place.of(scenario, "hits_sites"), "lost in this scenario"),
        ),
    )
