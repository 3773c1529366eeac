"""A role is assigned to somebody who has left or is on leave.

Every person named under `assignments` has the `status` `active`. A role that has nobody else is reported by
`role-unfilled` instead.

## Why

Whoever needs the role calls the first name on the list. If that person has left, minutes go by until somebody thinks
of the next one, and the number may ring at a stranger. Reviews of real plans find it often that the first contact is
gone.

## How to fix

Remove the assignment, or give it to the successor. Whoever comes back soon stays in the list: set `status` to `active`
on the day of the return, and put another assignment of the role first until then.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Assignment, Person, PersonStatus
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule after published reviews of incident response plans",)


def check(facts: Facts) -> Iterator[Problem]:
    for role, assigned in facts.handbook.assignments.items():
        if first_holder(facts.handbook, role) is None:
            continue
        for number, assignment in enumerate(assigned):
            person = facts.handbook.people[assignment.person]
            if person.status is not PersonStatus.ACTIVE:
                yield _problem(assignment, person, first=number == 0)


def _problem(assignment: Assignment, person: Person, *, first: bool) -> Problem:
    state = "has left" if person.status is PersonStatus.LEFT else "is on leave"
    called = "the first to call for" if first else "assigned to"
    return Problem(
        Place.of(assignment, "person"),
        f"`{person.id}` is {called} the role `{assignment.role}`, but {state}.",
        expected="somebody who is there",
        remedy="Assign a successor, or remove this assignment.",
        related=(Related(Place.of(person, "status"), "the status of this person"),),
    )
