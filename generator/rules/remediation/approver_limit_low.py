"""Those who approve a tier may not spend that much.

Of the roles under `approved_by` of a tier with `up_to`, at least one may spend that amount. What a role may spend is
the `limit` of its authorities with `decides: spend-money` in the same currency; without `limit` it is any amount.
Tiers whose approvers hold no such authority are left out.

## Why

The approval is worth nothing: the payment is stopped by finance, or the one who approved is blamed later. The
customer has a promise and no money.

## How to fix

Raise the limit of the authority, add a role with a higher one to `approved_by`, or lower `up_to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.money import Money
from generator.model.organization import Authority, Decision
from generator.model.remediation import Tier
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for tier in facts.handbook.tiers.values():
        if tier.up_to:
            yield from _limited(tier, tier.up_to, facts.handbook)


def _limited(tier: Tier, up_to: Money, handbook: Handbook) -> Iterator[Problem]:
    found = [
        (number, authority, authority.limit)
        for number, role in enumerate(tier.approved_by)
        for authority in _rights_to_spend(handbook, role)
        if authority.limit is None or authority.limit.currency == up_to.currency
    ]
    limits = [(number, authority, limit) for number, authority, limit in found if limit]
    if limits and len(limits) == len(found) and all(limit.amount < up_to.amount for _, _, limit in limits):
        number, authority, limit = max(limits, key=lambda right: right[2].amount)
        role = tier.approved_by[number]
        yield Problem(
            Place.of(tier, "approved_by", number),
            f"The tier `{tier.id}` goes up to {up_to}, but its approver `{role}` may spend {limit} at most.",
            expected=f"an approver who may spend {up_to}",
            remedy="Raise the limit, add an approver with a higher one, or lower `up_to` of the tier.",
            related=(
                Related(Place.of(authority, "limit"), f"what `{role}` may spend"),
                Related(Place.of(tier, "up_to"), "the end of the tier"),
            ),
        )


def _rights_to_spend(handbook: Handbook, role: str) -> list[Authority]:
    held = (handbook.authorities[name] for name in handbook.roles[role].authorities)
    return [authority for authority in held if authority.decides is Decision.SPEND_MONEY]
