"""Amounts that are compared with one another are in different currencies.

Within one plan the limits of all tiers, the caps of all remedies, and the limits of all authorities are each in one
currency.

## Why

Nobody converts money at night. A tier that ends at 100 in one currency and goes on from 100 in another leaves a gap
or an overlap, and the wrong role approves.

## How to fix

Write all amounts of the table in one currency. If a country has tiers in its own money, put them into a plan of their
own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.element import Element
from generator.model.money import Money
from generator.model.organization import OrganizationPlan
from generator.model.remediation import RemediationPlan
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)
Amounts = list[tuple[Place, Money]]


def check(facts: Facts) -> Iterator[Problem]:
    for remediation in facts.handbook.of_type(RemediationPlan):
        yield from _mixed("tiers", _amounts(remediation.tiers, "above", "up_to"))
        yield from _mixed("remedies", _amounts(remediation.remedies, "cap"))
    for organization in facts.handbook.of_type(OrganizationPlan):
        yield from _mixed("authorities", _amounts(organization.authorities, "limit"))


def _amounts(elements: tuple[Element, ...], *fields: str) -> Amounts:
    written = ((Place.of(element, field), getattr(element, field)) for element in elements for field in fields)
    return [(place, money) for place, money in written if money is not None]


def _mixed(table: str, amounts: Amounts) -> Iterator[Problem]:
    usual = Counter(money.currency for _, money in amounts).most_common(1)
    for place, money in amounts:
        if money.currency != usual[0][0]:
            other, example = next((p, m) for p, m in amounts if m.currency == usual[0][0])
            yield Problem(
                place,
                f"{money} stands among {table} in {usual[0][0]}, such as {example}.",
                expected=f"an amount in {usual[0][0]}",
                remedy=f"Write the amount in {usual[0][0]}, or put it into a plan of its own.",
                related=(Related(other, "the usual currency here"),),
            )
