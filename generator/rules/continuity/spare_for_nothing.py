"""A spare is kept ready, but no plan uses it.

Each spare is in the `uses` of a step or replaces a system (`replaces`).

## Why

What stands in no plan is not fetched in the emergency, and nobody checks it. Either a step is missing, or money lies
in a cupboard.

## How to fix

Add the spare to `uses` of the step that needs it, or name the systems that it stands in for in `replaces`. If nothing
needs it, remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.NOTE
SOURCES = ("House rule: every spare has a purpose",)


def check(facts: Facts) -> Iterator[Problem]:
    used = {name for scenario in facts.handbook.scenarios.values() for step in scenario.steps for name in step.uses}
    for spare in facts.handbook.spares.values():
        if not spare.replaces and spare.id not in used:
            yield Problem(
                Place.of(spare, "id"),
                f"No step uses `{spare.id}`, and it replaces no system.",
                expected="a step with this spare in `uses`, or a system in `replaces`",
                remedy="Add it where it is needed, or remove it.",
            )
