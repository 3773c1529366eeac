"""Names of places that stay the same when lines move: `scenarios/fire.yml#detect/call-119/within`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model.element import Element, nested_fields
from generator.model.handbook import Handbook
from generator.rule import Place

_ROOT = "plans"


@dataclass(frozen=True)
class Addresses:
    """Addresses of the elements of one handbook, by identity of the element."""

    known: dict[int, str]

    @classmethod
    def of(cls, handbook: Handbook) -> Addresses:
        """Walk the handbook once."""
        return cls(dict(entry for part in handbook.parts for entry in _addresses(part, _file(part), "#")))

    def of_place(self, place: Place) -> str:
        """The address of a place; only the first key of its path is told, since items have no name."""
        base = self.known.get(id(place.element), _file(place.element))
        key = next((str(segment) for segment in place.path), "")
        return f"{base}{'/' if '#' in base else '#'}{key}" if key else base


def _addresses(element: Element, base: str, separator: str) -> Iterator[tuple[int, str]]:
    yield id(element), base
    for field in nested_fields(type(element)):
        value = getattr(element, field)
        if isinstance(value, Element):
            yield from _addresses(value, f"{base}{separator}{field}", "/")
        elif isinstance(value, tuple):
            for number, child in enumerate(value):
                yield from _addresses(child, f"{base}{separator}{_name(child, field, number)}", "/")


def _name(child: Element, field: str, number: int) -> str:
    return str(getattr(child, "id", None) or f"{field}[{number}]")


def _file(element: Element) -> str:
    """The path below the folder of the plans."""
    path = PurePosixPath(element.position().file)
    return "/".join(path.parts[path.parts.index(_ROOT) + 1 :]) if _ROOT in path.parts else str(path)


def lies_in(address: str, area: str) -> bool:
    """Whether an address is an area or lies in it."""
    return address == area or address.startswith((f"{area}/", f"{area}#"))
