"""Limits of steps that count from another moment than before: only the time since activation compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.history.changes import Change
from generator.history.inventory import Entry
from generator.history.meaning import Direction, effect_of_value
from generator.model.duration import Duration, Unit
from generator.model.element import Element
from generator.model.scenario import Scenario, Step


def judged_by_limit(changes: Iterable[Change], old: Entry, new: Entry) -> Iterator[Change]:
    """The changes of a thing; of a step whose clock starts elsewhere, judged by when it must be done in the end."""
    before, after = old.element, new.element
    if not (isinstance(before, Step) and isinstance(after, Step)) or before.since == after.since:
        yield from changes
        return
    decisive = "since" if before.within == after.within else "within"
    limits = _limit(old.root, before), _limit(new.root, after)
    effect = effect_of_value(Direction.LIMIT, *limits)
    for change in changes:
        yield replace(change, effect=effect) if change.subject.field == decisive else change


def _limit(root: Element, step: Step) -> Duration:
    """From activation to the end of the limit, along the steps that it counts from."""
    steps = {other.id: other for other in root.steps} if isinstance(root, Scenario) else {}
    minutes, chain = 0.0, {step.id}
    while True:
        minutes += step.within.minutes
        if step.since not in steps or step.since in chain:
            return Duration(minutes, Unit.MINUTE)
        step = steps[step.since]
        chain.add(step.id)
