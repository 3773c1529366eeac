"""Whom a thing concerns: the roles it names, or that its people fill; and whether it tells of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.history.changes import Change
from generator.history.inventory import Entry, is_named
from generator.model.control import Revision
from generator.model.element import Element, reference_fields
from generator.model.handbook import Handbook
from generator.model.organization import Authority, Person, Role

_ASSIGNMENTS = "assignments"


@dataclass(frozen=True, slots=True)
class Holders:
    """Who has what in one edition: roles by person, and by the authority that was given to them."""

    people: Mapping[str, frozenset[str]]
    authorities: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, handbook: Handbook) -> Holders:
        given: dict[str, set[str]] = {}
        for role in handbook.roles.values():
            for authority in role.authorities:
                given.setdefault(authority, set()).add(role.id)
        filled = handbook.assignments_by_person.items()
        return cls(
            {person: frozenset(assignment.role for assignment in assignments) for person, assignments in filled},
            {authority: frozenset(roles) for authority, roles in given.items()},
        )


def is_of_people(change: Change) -> bool:
    """Whether it tells who somebody is, how to reach them, or what they hold."""
    subject = change.subject
    fields = {part.field for part in subject.within} | {subject.field}
    return Person.kind in (subject.kind, subject.refers) or _ASSIGNMENTS in fields


def roles_of_entry(entry: Entry, holders: Holders) -> frozenset[str]:
    """Roles with a part in a named thing itself, not in the named things in it.

    Of a plan, nameless items do not count: whoever fills a post is not concerned by all posts.
    """
    element = entry.element
    if isinstance(element, Role):
        return roles_in(element) | {element.id}
    if isinstance(element, Person):
        return holders.people.get(element.id, frozenset())
    if isinstance(element, Authority):
        return holders.authorities.get(element.id, frozenset())
    return roles_in(element, items=entry.parent is not None)


def roles_in(element: Element, items: bool = True) -> frozenset[str]:
    """Roles that an element names, itself or in its nameless parts; without `items` not in those of a list."""
    return frozenset(role for part in _parts(element, items) for role in _named_roles(part))


def _parts(element: Element, items: bool) -> Iterator[Element]:
    yield element
    for field in type(element).model_fields:
        value = getattr(element, field)
        children = (value,) if not isinstance(value, tuple) else value if items else ()
        for child in children:
            # Who wrote an old version is history, not a part in the plan.
            if isinstance(child, Element) and not is_named(child) and not isinstance(child, Revision):
                yield from _parts(child, items)


def _named_roles(element: Element) -> Iterator[str]:
    for field, kind in reference_fields(type(element)).items():
        if kind == "role":
            value = getattr(element, field)
            yield from value if isinstance(value, tuple) else filter(None, (value,))
