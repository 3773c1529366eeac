"""A system has a recovery objective without the reason for it.

Each system with an `rto`, `rpo` or `mtd` says in `objective_basis` on which business impact it rests.

## Why

A number without a reason is guessed, copied from another company, or forgotten when the business grows. In audits most
sites that had objectives had no impact analysis behind them. Nobody can then say whether money for a faster recovery
is well spent.

## How to fix

Write one or two sentences into `objective_basis`: what happens after this time, how many orders or people it hits, and
where the figure comes from.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.2.2 (business impact analysis)", "Regulation (EU) 2024/2690, annex 4.1.3")


def check(facts: Facts) -> Iterator[Problem]:
    for system in facts.handbook.systems.values():
        field = next((name for name in ("rto", "rpo", "mtd") if getattr(system, name)), None)
        if field and not system.objective_basis:
            yield Problem(
                Place.of(system, field),
                f"Nothing says why `{system.id}` has {getattr(system, field)} as its `{field}`.",
                expected="`objective_basis` with the business impact behind the objectives",
                remedy="Add `objective_basis`: what happens after this time, and where the figure comes from.",
            )
