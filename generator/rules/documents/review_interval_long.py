"""A plan is reviewed too rarely.

`review_every` of the plan is longer than `review_within`.

## Why

Card-industry rules and European law ask for a review at least once a year. In a longer time the people named in the
plan, their numbers and the systems have changed.

## How to fix

Set `review_every` to `12 months` or less. Plans that change with the season, such as those for a peak day, need half
a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("PCI DSS 4.0.1, 12.10.2", "Regulation (EU) 2024/2690, annex 4.1.4")
THRESHOLDS = ("review_within",)


def check(facts: Facts) -> Iterator[Problem]:
    longest = facts.handbook.settings.thresholds.review_within
    for plan in facts.handbook.plans:
        if not plan.control.retired and plan.control.review_every.minutes > longest.minutes:
            yield Problem(
                Place.of(plan.control, "review_every"),
                f"The plan `{plan.id}` is reviewed every {plan.control.review_every}, longer than {longest}.",
                expected=f"{longest} or less",
                remedy=f"Set `review_every: {longest}`, or a shorter time.",
            )
