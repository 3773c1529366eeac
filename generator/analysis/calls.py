"""Whom to call for a role: the people who fill it, then those of its deputies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.contacts import ContactKind, ContactWay
from generator.model.handbook import Handbook
from generator.model.organization import Assignment, Person, PersonStatus, Role


@dataclass(frozen=True, slots=True)
class Call:
    """A person to call for a role."""

    role: Role
    person: Person
    phone: ContactWay | None
    assignment: Assignment
    """Where it is said that the person fills the role."""


def holders(handbook: Handbook, role: str) -> tuple[Call, ...]:
    """The people who fill a role and can be called upon, first to call in front."""
    return tuple(
        Call(handbook.roles[role], person, best_phone(person), assignment)
        for assignment in handbook.assignments.get(role, ())
        if (person := handbook.people[assignment.person]).status is PersonStatus.ACTIVE
    )


def first_holder(handbook: Handbook, role: str) -> Call | None:
    """The person to call first for a role, or None if nobody fills it who can be called upon."""
    return next(iter(holders(handbook, role)), None)


def shared_person(handbook: Handbook, one: str, other: str) -> Person | None:
    """The person who is called first for both roles, or None."""
    calls = first_holder(handbook, one), first_holder(handbook, other)
    return calls[0].person if calls[0] and calls[1] and calls[0].person.id == calls[1].person.id else None


def call_order(handbook: Handbook, role: str, most: int = 3) -> tuple[Call, ...]:
    """Different people to call for a role: its first holder, then the first holders of its deputies."""
    calls: list[Call] = []
    for candidate in _candidates(handbook, role):
        if all(candidate.person.id != call.person.id for call in calls):
            calls.append(candidate)
        if len(calls) == most:
            break
    return tuple(calls)


def _candidates(handbook: Handbook, role: str) -> Iterator[Call]:
    own = holders(handbook, role)
    yield from own[:1]
    for deputy in handbook.roles[role].deputies:
        yield from holders(handbook, deputy)[:1]
    yield from own[1:]


def best_phone(person: Person) -> ContactWay | None:
    """The number that answers at any hour, or else any number."""
    phones = [way for way in person.contacts if way.contact in (ContactKind.MOBILE, ContactKind.PHONE)]
    return next((way for way in phones if way.after_hours), phones[0] if phones else None)
