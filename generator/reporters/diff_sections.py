"""Which changes a report tells, and in which parts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.history.changes import Comparison
from generator.history.grouping import PlanChanges, by_plan, by_role


@dataclass(frozen=True, slots=True)
class Section:
    """Plans with what changed in them; for a role, those of one sort."""

    title: str
    plans: tuple[PlanChanges, ...]


def sections(comparison: Comparison, role: str | None) -> tuple[Section, ...]:
    """Everything, or with a role what is new for it, what it is rid of, and what changed under it."""
    if role is None:
        return (Section("", by_plan(comparison)),) if comparison.changes else ()
    mine = by_role(comparison).get(role)
    if mine is None:
        return ()
    parts = {"New": mine.gained, "No longer": mine.lost, "Changed": mine.touched}
    return tuple(
        Section(title, by_plan(replace(comparison, changes=changes))) for title, changes in parts.items() if changes
    )
