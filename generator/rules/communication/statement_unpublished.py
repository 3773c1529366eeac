"""No step publishes a statement that was prepared for this emergency.

Each statement of a scenario stands in `publishes` of at least one step.

## Why

Words that belong to no step have no time, no author and no approval. In the emergency nobody thinks of them, and the
people they were written for hear nothing.

## How to fix

Write the id of the statement into `publishes` of the step that sends it, or remove the statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    published = {publication.statement.id for publication in facts.publications}
    for scenario in facts.handbook.scenarios.values():
        for statement in scenario.statements:
            if statement.id not in published:
                yield Problem(
                    Place.of(statement, "id"),
                    f"No step publishes the statement `{statement.id}`.",
                    expected="a step with it in `publishes`",
                    remedy=f"Add `publishes: [{statement.id}]` to the step that sends it.",
                )
