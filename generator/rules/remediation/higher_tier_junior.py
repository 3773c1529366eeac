"""A larger amount is approved by somebody of lower rank than a smaller one.

Tiers of one currency are put in order. The most senior approver of a tier is not of lower `seniority` than the most
senior approver of the tier below.

## Why

Either two tiers were mixed up, or the way to the higher amount is the easier one. Both invite to ask for more.

## How to fix

Exchange the approvers of the two tiers, or add a senior role to the higher one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.facts import Facts
from generator.analysis.tiers import PaidTier, paid_tiers
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.organization import Role, Seniority
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)

_RANKS = list(Seniority)


def check(facts: Facts) -> Iterator[Problem]:
    for tiers in paid_tiers(facts.handbook):
        approved = [paid for paid in tiers if paid.tier.approved_by]
        for lower, higher in pairwise(approved):
            below, above = _most_senior(facts.handbook, lower), _most_senior(facts.handbook, higher)
            if _rank(above) > _rank(below):
                yield Problem(
                    Place.of(higher.tier, "approved_by"),
                    f"`{higher.tier.id}` is approved by `{above.id}` ({above.seniority}), but the lower tier "
                    f"`{lower.tier.id}` by `{below.id}` ({below.seniority}).",
                    expected=f"an approver of the rank `{below.seniority}` or higher",
                    remedy="Exchange the approvers, or add a senior role to this tier.",
                    related=(Related(Place.of(lower.tier, "approved_by"), "the lower tier"),),
                )


def _most_senior(handbook: Handbook, paid: PaidTier) -> Role:
    return min((handbook.roles[name] for name in paid.tier.approved_by), key=_rank)


def _rank(role: Role) -> int:
    return _RANKS.index(role.seniority)
