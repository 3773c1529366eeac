"""A waiver has expired: what it accepted is no longer accepted.

`expires_on` of a waiver has passed.

## Why

The company accepted a weakness for a time, and the time is over. The finding counts again, and whoever approved it has
to hear that it is still there.

## How to fix

Mend what the waiver was for and remove the waiver. If that takes longer, have it approved again with a new
`approved_on` and `expires_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for waiver in facts.handbook.waivers.values():
        if waiver.expires_on < facts.as_of:
            yield Problem(
                Place.of(waiver, "expires_on"),
                f"The waiver `{waiver.id}` expired on {waiver.expires_on}: `{waiver.rule}` at {waiver.at} is"
                " no longer accepted.",
                expected="a waiver in force, or none",
                remedy=f"Mend the fault and remove the waiver, or have `{waiver.approver}` approve it again.",
                related=(Related(Place.of(waiver, "at"), "accepted until then"),),
            )
