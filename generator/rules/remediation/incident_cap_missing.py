"""A remedy can be granted without end in one emergency.

Each remedy whose tier has an amount has a `cap`, the total for one emergency without a new decision. Remedies of a
tier without amount are what the law gives and need none; remedies with `form: service` cost no money.

## Why

CNY 20 are harmless, CNY 20 for 100,000 customers are not. Nobody adds up while the phones ring.

## How to fix

Write `cap` with the amount from which the management must decide anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.remediation import RemedyForm
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for remedy in facts.handbook.remedies.values():
        tier = facts.handbook.tiers[remedy.tier]
        if remedy.cap is None and remedy.form is not RemedyForm.SERVICE and (tier.above or tier.up_to):
            yield Problem(
                Place.of(remedy, "cap"),
                f"`{remedy.id}` has no total for one emergency.",
                expected="an amount under `cap`",
                remedy="Add `cap: …`; above it the management decides anew.",
                related=(Related(Place.of(remedy, "tier"), "its tier limits only the single case"),),
            )
