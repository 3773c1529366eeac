"""Too few people can take over the top role.

The top role is the one without a `superior`. Counted are the different active people in its call order: its holders
and the first holder of each of its deputies. They must be at least `succession_depth`. If two roles claim the top,
`chart-broken` speaks instead.

## Why

Some decisions only the top may take. A disaster, a strike of flu or one shared flight can take away the first two
names at once. The continuity directive FCD 1 (Annex E) asks for orders of succession that are at least three deep.

## How to fix

Name more roles under `deputies` of the top role, held by other people, and agree with them what they may decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import call_order
from generator.analysis.chart import tops
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("FCD 1, Annex E",)
THRESHOLDS = ("succession_depth",)


def check(facts: Facts) -> Iterator[Problem]:
    least = facts.handbook.settings.thresholds.succession_depth
    found = tops(facts.handbook)
    if len(found) != 1:
        return
    people = [call.person.id for call in call_order(facts.handbook, found[0].id, most=len(facts.handbook.people))]
    if len(people) < least:
        named = ", ".join(f"`{person}`" for person in people) or "nobody"
        yield Problem(
            Place.of(found[0], "deputies"),
            f"The line of succession of the top role `{found[0].id}` is {len(people)} deep ({named}), not {least}.",
            expected=f"at least {least} different people",
            remedy="Add roles under `deputies` that other people fill.",
        )
