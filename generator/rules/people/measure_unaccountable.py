"""Nobody answers for a standing duty.

Every entry under `measures` has an `accountable` role.

## Why

A duty of ordinary days is the first to be put off. Without somebody who asks for the result it is not done for months,
and that shows in the emergency: the spare is flat, the list is old.

## How to fix

Add `accountable:` with the role that asks whether it was done, mostly the superior of the responsible role.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule after common RACI advice",)


def check(facts: Facts) -> Iterator[Problem]:
    for measure in facts.handbook.measures.values():
        if measure.accountable is None:
            superior = facts.handbook.roles[measure.responsible].superior
            yield Problem(
                Place.of(measure, "accountable"),
                f"Nobody is accountable for the standing duty `{measure.id}` of `{measure.responsible}`.",
                expected="one accountable role",
                remedy=f"Add `accountable: {superior or '…'}`, or the role that asks for the result.",
            )
