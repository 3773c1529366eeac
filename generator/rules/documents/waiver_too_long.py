"""A waiver is accepted for too long at once.

`expires_on` of a waiver is later than `approved_on` plus `review_within`.

## Why

A weakness that is accepted for years is forgotten, together with its reason. Whoever accepts it has to look at it as
often as at the plan it belongs to.

## How to fix

Set an earlier `expires_on`, and have the waiver approved again then, if it is still needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import add
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)
THRESHOLDS = ("review_within",)


def check(facts: Facts) -> Iterator[Problem]:
    longest = facts.handbook.settings.thresholds.review_within
    for waiver in facts.handbook.waivers.values():
        limit = add(waiver.approved_on, longest)
        if waiver.expires_on > limit:
            yield Problem(
                Place.of(waiver, "expires_on"),
                f"The waiver `{waiver.id}` holds until {waiver.expires_on}, more than {longest} after its approval.",
                expected=f"{limit} or an earlier day",
                remedy=f"Set `expires_on` to {limit} or earlier, and look at the fault again then.",
                related=(Related(Place.of(waiver, "approved_on"), "approved here"),),
            )
