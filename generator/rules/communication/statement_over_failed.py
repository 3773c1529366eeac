"""Every channel of a statement is down in the emergency it is written for.

At least one channel of each statement of a scenario, or of another file that its steps publish, works although the
systems under `fails` are down, and with them all that depends on them.

## Why

The outage banner stands on the website that is out. The team finds out when it wants to publish, and looks for
passwords of other accounts while customers wait.

## How to fix

Add a channel to the statement that does not depend on what has failed, such as an account on a network or the phone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.reach import lost_channels
from generator.finding import Level
from generator.model.communication import Statement
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.3",)


def check(facts: Facts) -> Iterator[Problem]:
    lost = {
        scenario.id: frozenset(channel.id for channel in lost_channels(facts.handbook, scenario.fails))
        for scenario in facts.handbook.scenarios.values()
    }
    for scenario in facts.handbook.scenarios.values():
        for statement in scenario.statements:
            if _is_lost(statement, lost[scenario.id]):
                yield _problem(Place.of(statement, "channels"), statement, scenario)
    for publication in facts.publications:
        scenario, shared = publication.scenario, publication.statement
        own = any(shared is statement for statement in scenario.statements)
        if not own and _is_lost(shared, lost[scenario.id]):
            yield _problem(Place.of(publication.step, "publishes", publication.number), shared, scenario)


def _is_lost(statement: Statement, lost: frozenset[str]) -> bool:
    return bool(statement.channels) and lost.issuperset(statement.channels)


def _problem(place: Place, statement: Statement, scenario: Scenario) -> Problem:
    names = ", ".join(f"`{name}`" for name in statement.channels)
    return Problem(
        place,
        f"`{statement.id}` can't be published: {names} {'are' if len(statement.channels) > 1 else 'is'} down in the "
        f"emergency `{scenario.id}`.",
        expected="at least one channel that still works",
        remedy="Add a channel that does not depend on a failed system.",
        related=(Related(Place.of(scenario, "fails"), "what is down"),),
    )
