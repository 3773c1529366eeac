"""Which elements are referred to from anywhere in the handbook."""

from __future__ import annotations

from generator.model.element import reference_fields
from generator.model.handbook import Handbook


def referred_to(handbook: Handbook) -> frozenset[tuple[str, str]]:
    """Kind and id of every element that another part of the handbook names."""
    found: set[tuple[str, str]] = set()
    for part in handbook.parts:
        for element in part.walk():
            for field, kind in reference_fields(type(element)).items():
                value = getattr(element, field)
                found |= {(kind, name) for name in (value if isinstance(value, tuple) else (value,)) if name}
    return frozenset(found)
