"""Who reports to whom: the tops of the chart, the reports of each role, and circles."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.handbook import Handbook
from generator.model.organization import Role


def reports(handbook: Handbook) -> Mapping[str, tuple[Role, ...]]:
    """The roles that report directly to each role; a role without any is left out."""
    found: dict[str, list[Role]] = {}
    for role in handbook.roles.values():
        if role.superior:
            found.setdefault(role.superior, []).append(role)
    return {superior: tuple(below) for superior, below in found.items()}


def tops(handbook: Handbook) -> tuple[Role, ...]:
    """Roles without a superior, the one with the most roles below it first."""
    below = reports(handbook)
    without = [role for role in handbook.roles.values() if role.superior is None]
    return tuple(sorted(without, key=lambda role: -_size(role, below)))


def _size(role: Role, below: Mapping[str, tuple[Role, ...]]) -> int:
    """The roles at and below a role that is in no circle."""
    return 1 + sum(_size(report, below) for report in below.get(role.id, ()))


def circles(handbook: Handbook) -> tuple[tuple[Role, ...], ...]:
    """Roles that report to themselves over others, each followed by its superior; every circle once."""
    found: list[tuple[Role, ...]] = []
    seen: set[str] = set()
    for role in handbook.roles.values():
        line: list[Role] = []
        current: Role | None = role
        while current is not None and current.id not in seen:
            seen.add(current.id)
            line.append(current)
            current = handbook.roles[current.superior] if current.superior else None
        if current is not None and current in line:
            found.append(tuple(line[line.index(current) :]))
    return tuple(found)
