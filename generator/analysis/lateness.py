"""Limits that a scenario misses, each told once: where the delay arises, not at every step that inherits it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.schedule import Schedule, ScheduledStep, is_later, waits_for
from generator.model.scenario import Step


@dataclass(frozen=True, slots=True)
class MissedLimit:
    """A step that ends after its limit, even if what it waits for ends by the limits there."""

    step: Step
    limit: float
    ends: float
    awaited: Step | None
    """The step it waits for that ends last."""


def missed_limits(timed: Schedule) -> Iterator[MissedLimit]:
    """Limits that are missed if every step takes as long as it likely does."""
    for item in timed.steps.values():
        before = [(timed.steps[name], timed.steps[name].ends) for name in waits_for(item.step)]
        if item.late and (missed := _missed(item, before, item.ends)):
            yield missed


def limits_missed_at_worst(timed: Schedule) -> Iterator[MissedLimit]:
    """Limits that are missed only if steps take as long as they can."""
    for item in timed.steps.values():
        before = [(timed.steps[name], timed.steps[name].worst_end) for name in waits_for(item.step)]
        if item.late_at_worst and (missed := _missed(item, before, item.worst_end)):
            yield missed


def _missed(item: ScheduledStep, before: list[tuple[ScheduledStep, float]], ends: float) -> MissedLimit | None:
    starts = max((end for _, end in before), default=0.0)
    starts_in_time = max((min(end, earlier.limit) for earlier, end in before), default=0.0)
    if not is_later(ends - starts + starts_in_time, item.limit):
        return None
    awaited = max(before, key=lambda entry: entry[1])[0].step if before else None
    return MissedLimit(item.step, item.limit, ends, awaited)
