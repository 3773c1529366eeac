"""Two tiers cover the same amounts, so two answers are right.

Tiers with an amount are put in order for each currency. None begins (`above`) lower than an earlier one ends
(`up_to`); a tier without `up_to` has no end, so only the highest may lack it.

## Why

For the same amount one tier asks for approval and the other does not. Everybody takes the easier one, and the limit
is worth nothing.

## How to fix

Set `above` of the higher tier to `up_to` of the lower one, and give every tier but the highest an `up_to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.tiers import PaidTier, paid_tiers
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for tiers in paid_tiers(facts.handbook):
        for number, higher in enumerate(tiers):
            lower = next((tier for tier in tiers[:number] if tier.upper is None or tier.upper > higher.lower), None)
            if lower:
                yield _problem(lower, higher)


def _problem(lower: PaidTier, higher: PaidTier) -> Problem:
    ends = f"goes up to {lower.ends}" if lower.ends else "has no upper end"
    return Problem(
        Place.of(higher.tier, "above"),
        f"`{higher.tier.id}` begins above {higher.starts}, but `{lower.tier.id}` {ends}.",
        expected=f"`{lower.ends.written}`" if lower.ends else f"an `up_to` for `{lower.tier.id}`",
        remedy=f"Let `{lower.tier.id}` end where `{higher.tier.id}` begins.",
        related=(Related(Place.of(lower.tier, "up_to"), "the tier below ends here"),),
    )
