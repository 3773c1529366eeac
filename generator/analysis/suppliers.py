"""Who supplies what the business stands on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.contacts import OutsideBody
from generator.model.handbook import Handbook
from generator.model.technical import System


@dataclass(frozen=True, slots=True)
class Supply:
    """An outside body and the systems that it supplies."""

    body: OutsideBody
    systems: tuple[System, ...]

    @property
    def critical(self) -> tuple[System, ...]:
        return tuple(system for system in self.systems if system.critical)


def supplies(handbook: Handbook) -> tuple[Supply, ...]:
    """Every supplier of a system, in order of the systems."""
    found: dict[str, list[System]] = {}
    for system in handbook.systems.values():
        if system.supplier:
            found.setdefault(system.supplier, []).append(system)
    return tuple(Supply(handbook.outside_bodies[name], tuple(systems)) for name, systems in found.items())
