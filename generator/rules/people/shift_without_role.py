"""A shift names somebody who does not fill its role.

Every person in `people` of a shift has an assignment to the `role` of the shift.

## Why

Who is on duty needs the training, the acceptance and the rights of the role. A name in the roster without an
assignment has none of them on record, and the call list does not show it. NIST SP 800-53 (CP-2) asks for roles with
assigned individuals.

## How to fix

Add an assignment of the role to this person, or put somebody into the shift who fills the role.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("NIST SP 800-53 Rev. 5, CP-2", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for shift in facts.handbook.shifts.values():
        holders = {assignment.person for assignment in facts.handbook.assignments.get(shift.role, ())}
        for number, person in enumerate(shift.people):
            if person not in holders:
                yield Problem(
                    Place.of(shift, "people", number),
                    f"`{person}` is on duty as `{shift.role}`, but does not fill this role.",
                    expected=f"one of {', '.join(f'`{name}`' for name in sorted(holders))}" if holders else "a holder",
                    remedy=f"Add `- {{role: {shift.role}, person: {person}, since_on: …}}` under `assignments`, "
                    "or name somebody else here.",
                )
