"""Tiers of remedies as stretches of money, so that they can be put in order and compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.handbook import Handbook
from generator.model.money import Money
from generator.model.remediation import Tier


@dataclass(frozen=True, slots=True)
class PaidTier:
    """A tier for amounts above `lower` and up to `upper`, both in `currency`."""

    tier: Tier
    currency: str
    lower: Decimal
    upper: Decimal | None
    """None: without an upper end."""

    @property
    def starts(self) -> Money:
        return Money(self.currency, self.lower)

    @property
    def ends(self) -> Money | None:
        return None if self.upper is None else Money(self.currency, self.upper)


def paid_tiers(handbook: Handbook) -> tuple[tuple[PaidTier, ...], ...]:
    """Tiers with an amount by currency, lowest first; a tier without one is what the law gives."""
    by_currency: dict[str, list[PaidTier]] = {}
    for tier in handbook.tiers.values():
        if paid := _paid(tier):
            by_currency.setdefault(paid.currency, []).append(paid)
    return tuple(tuple(sorted(tiers, key=lambda t: t.lower)) for tiers in by_currency.values())


def _paid(tier: Tier) -> PaidTier | None:
    """The tier as a stretch of money, or None if it has no amount or mixes currencies."""
    bound = tier.above or tier.up_to
    if bound is None or (tier.up_to and tier.up_to.currency != bound.currency):
        return None
    lower = tier.above.amount if tier.above else Decimal(0)
    return PaidTier(tier, bound.currency, lower, tier.up_to.amount if tier.up_to else None)
