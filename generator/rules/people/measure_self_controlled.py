"""A role controls its own standing duty, and nothing is kept that shows it was done.

An entry under `measures` whose `responsible` role is also `accountable` has a `record`.

## Why

Who does a thing and checks it alone can forget it twice. A record lets somebody else see it later, and an audit asks
for it.

## How to fix

Name what proves it under `record`, or make another role `accountable`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.NOTE
SOURCES = ("House rule (separation of duties)",)


def check(facts: Facts) -> Iterator[Problem]:
    for measure in facts.handbook.measures.values():
        if measure.responsible == measure.accountable and not measure.record:
            yield Problem(
                Place.of(measure, "accountable"),
                f"`{measure.responsible}` does the standing duty `{measure.id}` and checks it alone, without a record.",
                expected="another accountable role, or a record",
                remedy="Add `record:` with what proves it, or name another role here.",
                related=(Related(Place.of(measure, "responsible"), "the same role does it"),),
            )
