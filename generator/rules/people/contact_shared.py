"""Two people have the same mobile number.

Compared are the digits of all `mobile` contacts of people who have not left. A home or desk number may be shared.

## Why

A mobile number belongs to one person. The same number twice mostly means that a line was copied and not changed, so one
of the two cannot be reached, and the second call rings at the first person again.

## How to fix

Ask both and correct the number. If the phone goes from hand to hand, such as a duty phone, write it as `contact: phone`
with a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import ContactKind, ContactWay
from generator.model.organization import Person, PersonStatus
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    known: dict[str, tuple[Person, ContactWay]] = {}
    for person in facts.handbook.people.values():
        if person.status is PersonStatus.LEFT:
            continue
        for way in person.contacts:
            if way.contact is ContactKind.MOBILE:
                other, first = known.setdefault(re.sub(r"\D", "", way.value), (person, way))
                if other.id != person.id:
                    yield Problem(
                        Place.of(way, "value"),
                        f"`{person.id}` and `{other.id}` have the same mobile number {way.value}.",
                        expected="a number of one's own for each of them",
                        remedy="Ask both for their number and correct it.",
                        related=(Related(Place.of(first, "value"), f"the number of `{other.id}`"),),
                    )
