"""A plan fulfils a duty to report, but no step calls the authority that must hear of it.

For each obligation of kind `statute` that a scenario lists and a step fulfils: every recipient that is an authority or
an emergency service stands under `calls` of some step of the scenario. Left alone is an obligation that only a step
with `act: determine` fulfils: it decides, and opens the plan that reports.

## Why

A notice to customers does not replace the report to the authority, and a report to one office does not replace that to
another. What a step `calls` is printed with its number on the card of the role. Whoever is not there is not called.

## How to fix

Add the outside body to `calls` of the step that sends the report. Remove it from `recipients` of the obligation if the
law does not name it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import reported
from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.contacts import BodyKind
from generator.model.legal import Obligation, ObligationKind
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Personal Information Protection Law (China), art. 57", "GDPR, arts 33 and 34")

_OFFICIAL = (BodyKind.AUTHORITY, BodyKind.EMERGENCY_SERVICE)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        yield from (_problem(scenario, body, duties) for body, duties in _silent(facts, scenario).items())


def _silent(facts: Facts, scenario: Scenario) -> dict[str, list[Obligation]]:
    """Authorities that no step calls, with what they must hear of."""
    called = {body for step in scenario.steps for body in step.calls}
    acted = reported(scenario)
    found: dict[str, list[Obligation]] = {}
    for name in dict.fromkeys(scenario.obligations):
        obligation = facts.handbook.obligations[name]
        if name in acted and obligation.obligation is ObligationKind.STATUTE:
            for body in obligation.recipients:
                if body not in called and facts.handbook.outside_bodies[body].body in _OFFICIAL:
                    found.setdefault(body, []).append(obligation)
    return found


def _problem(scenario: Scenario, body: str, duties: list[Obligation]) -> Problem:
    named = in_backticks(obligation.id for obligation in duties)
    return Problem(
        Place.of(scenario, "obligations", scenario.obligations.index(duties[0].id)),
        f"{named} must be reported to `{body}`, but no step of `{scenario.id}` calls there.",
        expected=f"`{body}` under `calls` of the step that sends the report",
        remedy=f"Add `{body}` to `calls` of the step that notifies {named}.",
        related=tuple(Related(Place.of(o, "recipients", o.recipients.index(body)), "must be told") for o in duties),
    )
