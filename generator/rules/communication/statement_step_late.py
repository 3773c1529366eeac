"""A statement is promised earlier than the step that publishes it must be done.

`within` of a statement counts from the activation of the plan, and so does the limit of a step; a step with `since`
counts from the limit of that step. The limit of the first step that publishes the statement in a scenario is not
later than `within` of the statement.

## Why

Everybody works by the limit of the own step. If that is later than the promise, the statement comes late although
nobody is late.

## How to fix

Lower `within` of the step, and of the steps before it if they need it. If the step is right, raise `within` of the
statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import Publication
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    first: dict[tuple[str, str], Publication] = {}
    for publication in facts.publications:
        key = (publication.scenario.id, publication.statement.id)
        if key not in first or publication.limit < first[key].limit:
            first[key] = publication
    for publication in first.values():
        if is_later(publication.limit, publication.statement.within.minutes):
            yield _problem(publication)


def _problem(publication: Publication) -> Problem:
    step, statement = publication.step, publication.statement
    return Problem(
        Place.of(step, "within"),
        f"The step `{step.id}` may take until {Duration.spell(publication.limit)} after the activation, but "
        f"`{statement.id}`, which it publishes, must be out within {statement.within}.",
        expected=f"a limit of at most {statement.within} from the activation",
        remedy="Lower `within` of the step, or raise `within` of the statement.",
        related=(Related(Place.of(statement, "within"), "the promise"),),
    )
