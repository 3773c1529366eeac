"""Tiers as stretches of money."""

from __future__ import annotations

from generator.analysis.tiers import PaidTier, paid_tiers
from generator.model.remediation import RemediationPlan
from tests.unit.analysis.sample_plans import Fields, handbook, head


def tier(name: str, **more: str) -> Fields:
    return {"id": name, "title": name.title(), "requested_by": "chief", "examples": "Refund.", **more}


def paid(*tiers: Fields) -> tuple[tuple[PaidTier, ...], ...]:
    return paid_tiers(handbook(RemediationPlan.model_validate(head("remedies", tiers=list(tiers)))))


def shown(tiers: tuple[PaidTier, ...]) -> list[tuple[str, str, str | None]]:
    return [(found.tier.id, str(found.starts), str(found.ends) if found.ends else None) for found in tiers]


def test_tiers_are_put_in_order_of_their_amounts() -> None:
    (tiers,) = paid(
        tier("high", above="CNY 100"), tier("low", up_to="CNY 20"), tier("middle", above="CNY 20", up_to="CNY 100")
    )
    assert shown(tiers) == [
        ("low", "CNY 0", "CNY 20"),
        ("middle", "CNY 20", "CNY 100"),
        ("high", "CNY 100", None),
    ]


def test_each_currency_has_tiers_of_its_own() -> None:
    found = paid(tier("yuan", up_to="CNY 20"), tier("euro", up_to="EUR 5"), tier("more", above="CNY 20"))
    assert [[item.tier.id for item in tiers] for tiers in found] == [["yuan", "more"], ["euro"]]


def test_what_the_law_gives_is_no_paid_tier() -> None:
    assert paid(tier("owed")) == ()


def test_a_tier_that_mixes_currencies_cannot_be_compared() -> None:
    assert paid(tier("mixed", above="CNY 20", up_to="EUR 100")) == ()
