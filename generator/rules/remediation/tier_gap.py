"""There are amounts that no tier covers, so nobody may grant them.

Tiers with an amount are put in order for each currency. The lowest begins at 0, and each begins (`above`) not higher
than the one before it ends (`up_to`). Tiers without an amount stand for what the law gives and are left out. The
amounts of one tier have one currency, and it begins below its end.

## Why

The agent has a customer on the line and an amount that nobody may grant. The case goes up to the top, or somebody
grants it without the right to.

## How to fix

Set `above` of the higher tier to `up_to` of the lower one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.facts import Facts
from generator.analysis.tiers import PaidTier, paid_tiers
from generator.finding import Level
from generator.model.money import Money
from generator.model.remediation import Tier
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for tier in facts.handbook.tiers.values():
        if tier.above and tier.up_to:
            yield from _empty(tier, tier.above, tier.up_to)
    for tiers in paid_tiers(facts.handbook):
        if tiers[0].lower > 0:
            yield Problem(
                Place.of(tiers[0].tier, "above"),
                f"No tier covers amounts up to {tiers[0].starts}.",
                expected=f"`{tiers[0].currency} 0`",
                remedy=f"Begin `{tiers[0].tier.id}` at 0, or add a tier below it.",
            )
        for number, (_, higher) in enumerate(pairwise(tiers), 1):
            yield from _gap(tiers[:number], higher)


def _empty(tier: Tier, above: Money, up_to: Money) -> Iterator[Problem]:
    if above.currency != up_to.currency or above.amount >= up_to.amount:
        fault = "mixes two currencies" if above.currency != up_to.currency else "ends where it begins, or below"
        yield Problem(
            Place.of(tier, "up_to"),
            f"The tier `{tier.id}` {fault}: above {above}, up to {up_to}.",
            expected=f"an amount above `{above.written}`",
            remedy="Correct `above` or `up_to`.",
            related=(Related(Place.of(tier, "above"), "it begins here"),),
        )


def _gap(lower: tuple[PaidTier, ...], higher: PaidTier) -> Iterator[Problem]:
    below = max(lower, key=lambda tier: (tier.upper is None, tier.upper or 0))
    if below.ends and below.ends.amount < higher.lower:
        yield Problem(
            Place.of(higher.tier, "above"),
            f"No tier covers amounts above {below.ends} and up to {higher.starts}: `{below.tier.id}` ends before "
            f"`{higher.tier.id}` begins.",
            expected=f"`{below.ends.written}`",
            remedy=f"Set `above` to `{below.ends.written}`, or raise `up_to` of `{below.tier.id}`.",
            related=(Related(Place.of(below.tier, "up_to"), "the tier below ends here"),),
        )
