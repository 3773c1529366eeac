"""Large amounts can be granted without anybody's approval.

Each tier with an amount, except the lowest of its currency, names somebody in `approved_by`, and so does each tier
without `up_to`. Tiers without any amount stand for what the law gives and need no approval.

## Why

In an emergency agents grant quickly and with a good heart. Without a limit one night costs more than the emergency
itself, and fraud finds the open door.

## How to fix

Name the roles that decide under `approved_by`, or give the lowest tier an `up_to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.tiers import PaidTier, paid_tiers
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for tiers in paid_tiers(facts.handbook):
        for number, paid in enumerate(tiers):
            if not paid.tier.approved_by and (number or paid.upper is None):
                yield _problem(paid)


def _problem(paid: PaidTier) -> Problem:
    amounts = f"up to {paid.ends}" if paid.ends else "of any size"
    return Problem(
        Place.of(paid.tier, "approved_by"),
        f"In the tier `{paid.tier.id}` amounts {amounts} are granted without approval.",
        expected="at least one role under `approved_by`",
        remedy="Add `approved_by: […]` with the roles that decide.",
    )
