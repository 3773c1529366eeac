"""The same changes as different readers ask for them: plan by plan, and role by role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.history.changes import Change, Comparison, Effect, PlanEditions


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed in one plan. A thing that moved from one plan to another is told in both."""

    plan: PlanEditions
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RoleChanges:
    """What is new for one role."""

    role: str
    gained: tuple[Change, ...]
    """Things that it has a part in now, and had none before."""
    lost: tuple[Change, ...]
    """Things that it had a part in, and has none now."""
    touched: tuple[Change, ...]
    """Changes of things in which it had a part and has one still."""

    @property
    def changes(self) -> tuple[Change, ...]:
        return (*self.gained, *self.lost, *self.touched)


def by_plan(comparison: Comparison) -> tuple[PlanChanges, ...]:
    """Plans that changed, in the order of the later edition."""
    found: dict[tuple[str, str], list[Change]] = {key: [] for key in comparison.plans}
    for change in comparison.changes:
        for plan in change.plans:
            found[plan].append(change)
    return tuple(PlanChanges(comparison.plans[key], tuple(changes)) for key, changes in found.items() if changes)


def by_role(comparison: Comparison) -> Mapping[str, RoleChanges]:
    """What is new for each role that something is new for, by id of the role."""
    roles = sorted({role for change in comparison.changes for role in change.roles})
    return {role: _of_role(role, comparison.changes) for role in roles}


def _of_role(role: str, changes: Iterable[Change]) -> RoleChanges:
    mine = [change for change in changes if role in change.roles]
    return RoleChanges(
        role,
        gained=tuple(change for change in mine if role not in change.roles_before),
        lost=tuple(change for change in mine if role not in change.roles_after),
        touched=tuple(change for change in mine if role in change.roles_before & change.roles_after),
    )


def counts(changes: Iterable[Change]) -> Mapping[Effect, int]:
    """How many changes strengthen, weaken or do neither; what came or went inside something else is not counted."""
    found = Counter(change.effect for change in changes if not change.inside)
    return {effect: found[effect] for effect in Effect}
