"""A critical role and everybody who can step in for it stand in one and the same shift.

For a role that is marked `critical`, its active holders and the first holder of each deputy are looked at. If there are
two or more of them, and each stands in exactly one shift, it is not the same shift for all. Somebody without a shift is
bound to no hours.

## Why

When the shift is over, all of them go home together, and the role is empty until the next day. An accident or an
illness in that shift takes all of them at once. FCD 1 asks that successors are not lost together.

## How to fix

Move one of them into another shift, or add a deputy whose first person works at other hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import call_order
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Person, Shift
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("FCD 1, Annex E (dispersion)",)


def check(facts: Facts) -> Iterator[Problem]:
    for role in facts.handbook.roles.values():
        people = [call.person for call in call_order(facts.handbook, role.id, most=len(facts.handbook.people))]
        shift = _only_shift(facts, people)
        if role.critical and len(people) > 1 and shift:
            named = ", ".join(f"`{person.id}`" for person in people)
            yield Problem(
                Place.of(role, "deputies"),
                f"Everybody who can act as `{role.id}` ({named}) works only in the shift `{shift.id}`.",
                expected="somebody who works at other hours",
                remedy="Add a deputy from another shift, or move one of them.",
                related=(Related(Place.of(shift, "people"), f"{shift.starts} to {shift.ends}"),),
            )


def _only_shift(facts: Facts, people: list[Person]) -> Shift | None:
    found = [tuple(s for s in facts.handbook.shifts.values() if person.id in s.people) for person in people]
    return found[0][0] if found and len(found[0]) == 1 and all(shifts == found[0] for shifts in found) else None
