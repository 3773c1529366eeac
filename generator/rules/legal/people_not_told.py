"""The people concerned must be told, but the plan tells only the authority.

Two things are checked. If a statute says `tells_people`, so does the obligation that names it. In each scenario that
lists an obligation with `tells_people`, a step that `notifies` it has `act: notify-people`, `publish` or `reply`, or
publishes a statement. Left alone is an obligation that only a step with `act: determine` fulfils: it decides, and opens
the plan that reports.

## Why

Laws on personal data and on dangerous products demand two reports: one to the authority, one to the people. The second
is the one that prevents harm, and the one that is forgotten, because the first has the famous deadline.

## How to fix

Set `tells_people: true` on the obligation. Add its id to `notifies` of the step that sends the notice to the people.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import reported
from generator.analysis.facts import Facts
from generator.analysis.law import statute_of
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.acts import Act
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Personal Information Protection Law (China), art. 57", "GDPR, art. 34")

_TO_PEOPLE = (Act.NOTIFY_PEOPLE, Act.PUBLISH, Act.REPLY)


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        statute = statute_of(facts.handbook, obligation)
        if statute and statute.tells_people and not obligation.tells_people:
            yield Problem(
                Place.of(obligation, "tells_people"),
                f"The law `{statute.id}` demands that the people concerned are told, but `{obligation.id}` does not.",
                expected="`tells_people: true`",
                remedy="Write `tells_people: true`, and let a step with `act: notify-people` notify it.",
                related=(Related(Place.of(statute, "tells_people"), "demanded by the law"),),
            )
    for scenario in facts.handbook.scenarios.values():
        yield from _not_told(facts, scenario)


def _not_told(facts: Facts, scenario: Scenario) -> Iterator[Problem]:
    told = {name for step in scenario.steps if _reaches_people(step) for name in step.notifies}
    acted = reported(scenario)
    silent = [
        name
        for name in dict.fromkeys(scenario.obligations)
        if facts.handbook.obligations[name].tells_people and name in acted and name not in told
    ]
    if silent:
        named = in_backticks(silent)
        acting = [step for step in scenario.steps if not set(silent).isdisjoint(step.notifies)]
        yield Problem(
            Place.of(scenario, "obligations", scenario.obligations.index(silent[0])),
            f"The people concerned must be told because of {named}, but no step of `{scenario.id}` tells them.",
            expected=f"a step with `act: notify-people` that notifies {named}",
            remedy=f"Add {named} to `notifies` of the step that tells the people, or write such a step.",
            related=tuple(Related(Place.of(step, "notifies"), "fulfilled only here") for step in acting),
        )


def _reaches_people(step: Step) -> bool:
    return step.act in _TO_PEOPLE or bool(step.publishes)
