"""Which roles the plans make use of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.control import DocumentControl
from generator.model.element import Element, reference_fields
from generator.model.exercises import CorrectiveAction, Exercise, ExerciseRecord
from generator.model.governance import Waiver
from generator.model.handbook import Handbook
from generator.model.organization import Assignment, Department, Role

_NO_USE = (Assignment, CorrectiveAction, Department, DocumentControl, Exercise, ExerciseRecord, Role, Waiver)
"""Who fills a role, heads a department, signs a document or takes part in an exercise has no part in an emergency."""


def used_roles(handbook: Handbook) -> frozenset[str]:
    """Roles that are named where something is done or decided, lead other roles, or stand in for a used role."""
    used = {role for part in handbook.parts for role in _named(part)}
    used |= {role.superior for role in handbook.roles.values() if role.superior}
    waiting = list(used)
    while waiting:
        added = set(handbook.roles[waiting.pop()].deputies) - used
        used |= added
        waiting += added
    return frozenset(used)


def _named(element: Element) -> Iterator[str]:
    if isinstance(element, _NO_USE):
        return
    for field, kind in reference_fields(type(element)).items():
        if kind == "role":
            value = getattr(element, field)
            yield from value if isinstance(value, tuple) else [value] if value else []
    for child in element.children():
        yield from _named(child)
