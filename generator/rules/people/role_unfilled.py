"""Nobody who can be called fills a role.

Every role has an assignment to at least one person whose `status` is `active`.

## Why

Plans name roles, but only people answer the phone. A step of a role without a person is done by nobody, and that is
noticed when it is late. NIST SP 800-53 (CP-2) asks for roles with assigned individuals and their contact data.

## How to fix

Add an entry under `assignments` with this `role` and a `person` of the roster. If the role is no longer needed, remove
it and give its steps to another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Role
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("NIST SP 800-53 Rev. 5, CP-2",)


def check(facts: Facts) -> Iterator[Problem]:
    for role in facts.handbook.roles.values():
        if first_holder(facts.handbook, role.id) is None:
            yield _problem(facts, role)


def _problem(facts: Facts, role: Role) -> Problem:
    assigned = facts.handbook.assignments.get(role.id, ())
    people = [facts.handbook.people[assignment.person] for assignment in assigned]
    away = ", ".join(f"`{person.id}` is {person.status}" for person in people)
    return Problem(
        Place.of(assigned[0], "person") if assigned else Place.of(role, "id"),
        f"Nobody can be called for the role `{role.id}`: {away}." if away else f"Nobody fills the role `{role.id}`.",
        expected="at least one assignment to an active person",
        remedy=f"Add `- {{role: {role.id}, person: …, since_on: …}}` under `assignments`.",
        related=tuple(Related(Place.of(person, "status"), "no longer there, or on leave") for person in people),
    )
