"""What each system stands on, and which systems stand on each other in a ring."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.handbook import Handbook


def needs(handbook: Handbook) -> Mapping[str, frozenset[str]]:
    """By system, everything that it depends on, directly or not; a system in a ring needs itself."""
    return {name: _reached(handbook, name) for name in handbook.systems}


def _reached(handbook: Handbook, name: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(handbook.systems[name].depends_on)
    while waiting:
        need = waiting.pop()
        if need not in found:
            found.add(need)
            waiting += handbook.systems[need].depends_on
    return frozenset(found)


def rings(needed: Mapping[str, frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    """Systems that need each other, each ring once, in order of writing."""
    found: dict[frozenset[str], None] = {}
    for name, below in needed.items():
        if name in below:
            found.setdefault(frozenset(other for other in below if name in needed[other]))
    return tuple(tuple(name for name in needed if name in ring) for ring in found)
