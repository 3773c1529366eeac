"""The same loss can be made good twice.

If there are remedies, at least one remediation plan says in `unique_by` what keeps one loss from being made good twice.

## Why

A customer asks by phone and by chat, two agents grant, and nobody sees it. Word of it spreads faster than the refunds.

## How to fix

Write `unique_by` into the plan with the remedies, such as the order number together with the emergency.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.remediation import RemediationPlan
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    plans = list(facts.handbook.of_type(RemediationPlan))
    granting = next((plan for plan in plans if plan.remedies), None)
    if granting and not any(plan.unique_by for plan in plans):
        yield Problem(
            Place.of(granting, "unique_by"),
            "Nothing keeps one loss from being made good twice.",
            expected="the key that makes a grant unique, under `unique_by`",
            remedy="Add `unique_by: …`, such as the order number and the emergency.",
        )
