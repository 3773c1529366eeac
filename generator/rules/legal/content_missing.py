"""A report leaves out what the law says it must contain.

Every `item` under `content` of a statute stands under `content` of the obligation that names the statute.

## Why

An incomplete report is sent back or counts as not sent. The list is filled in under stress, so what it does not ask for
is not written. The laws on personal data name the kinds of data, the cause and the possible harm, the measures and a
contact.

## How to fix

Add the missing items to `content` of the obligation with the same `item`, and say in `says` what to write there.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import statute_of
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Personal Information Protection Law (China), art. 57", "GDPR, art. 33(3)")


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        statute = statute_of(facts.handbook, obligation)
        told = {item.item for item in obligation.content}
        missing = [item for item in statute.content if item.item not in told] if statute else []
        if missing:
            names = ", ".join(f"`{item.item}`" for item in missing)
            yield Problem(
                Place.of(obligation, "content"),
                f"The report `{obligation.id}` lacks what the law demands: {names}.",
                expected=f"every item of the statute under `content`, also {names}",
                remedy=f"Add {names} to `content`, each with what is to be written.",
                related=tuple(Related(Place.of(item, "says"), "demanded here") for item in missing),
            )
