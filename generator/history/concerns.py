"""Whom a thing concerns: the roles it names, or that its people fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.history.inventory import Entry, is_named
from generator.model.control import Revision
from generator.model.element import Element, reference_fields
from generator.model.organization import Assignment, Person, Role

Filled = Mapping[str, tuple[Assignment, ...]]


def roles_of_entry(entry: Entry, filled: Filled) -> frozenset[str]:
    """Roles with a part in a named thing itself, not in the named things in it.

    Of a plan, nameless items do not count: whoever fills a post is not concerned by all posts.
    """
    element = entry.element
    if isinstance(element, Role):
        return roles_in(element) | {element.id}
    if isinstance(element, Person):
        return frozenset(assignment.role for assignment in filled.get(element.id, ()))
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
