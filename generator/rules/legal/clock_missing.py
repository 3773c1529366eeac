"""An emergency sets off a duty to report, but its plan has no clock for it.

For each of the `events` of a scenario: every obligation of kind `statute` or `procedure` with this event that is in
force stands under `obligations` of the scenario. An event that no obligation of the handbook carries is found too.

## Why

Nobody looks up the law in the middle of an emergency. What the plan does not name is reported late or not at all, and
the fine comes on top of the damage. A leak starts up to five clocks at once, a penalty notice starts four, and a wrong
price starts the 90 days of art. 152 of the Chinese Civil Code.

## How to fix

Add the id of the obligation to `obligations` of the scenario and to `notifies` of the step that fulfils it. If no
obligation fits the event, write one under `plans/legal/`. If the event cannot happen here, remove it from `events`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import binds
from generator.finding import Level
from generator.model.legal import EventKind, Obligation, ObligationKind
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "Cybersecurity Law (China), art. 27",
    "Personal Information Protection Law (China), art. 57",
    "GDPR, arts 33 and 34",
    "Civil Code (China), art. 152",
    "Civil Procedure Law (China), arts 128 and 171",
    "Administrative Penalty Law (China), arts 63 and 64",
)

_BY_LAW = (ObligationKind.STATUTE, ObligationKind.PROCEDURE)


def check(facts: Facts) -> Iterator[Problem]:
    obligations = tuple(facts.handbook.obligations.values())
    binding = tuple(o for o in obligations if o.obligation in _BY_LAW and binds(facts.handbook, o, facts.as_of))
    known = {event for obligation in obligations for event in obligation.events}
    for scenario in facts.handbook.scenarios.values():
        yield from (
            _missing(scenario, o) for o in binding if o.id not in scenario.obligations and _sets_off(scenario, o)
        )
        yield from (_unknown(scenario, event) for event in scenario.events if event not in known)


def _sets_off(scenario: Scenario, obligation: Obligation) -> bool:
    return not set(scenario.events).isdisjoint(obligation.events)


def _missing(scenario: Scenario, obligation: Obligation) -> Problem:
    event = next(event for event in scenario.events if event in obligation.events)
    return Problem(
        Place.of(scenario, "obligations"),
        f"`{scenario.id}` sets off `{obligation.id}` (event `{event}`), but the plan does not list it.",
        expected=f"`{obligation.id}` under `obligations`, and a step that `notifies` it",
        remedy=f"Add `{obligation.id}` to `obligations` and to `notifies` of the step that fulfils it.",
        related=(
            Related(Place.of(obligation), f"{obligation.title}: {obligation.law_says}"),
            Related(Place.of(scenario, "events", scenario.events.index(event)), "the event that sets it off"),
        ),
    )


def _unknown(scenario: Scenario, event: EventKind) -> Problem:
    return Problem(
        Place.of(scenario, "events", scenario.events.index(event)),
        f"`{scenario.id}` is an event of kind `{event}`, but no obligation says what it sets off.",
        expected=f"an obligation with `{event}` under its `events`",
        remedy=f"Write the duty that `{event}` sets off under `plans/legal/`, and add the event to its `events`.",
    )
