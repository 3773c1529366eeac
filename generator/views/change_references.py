"""What a plan names of other plans, where that changed: its own words stay, and what they mean does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.analysis.fingerprint import named_outside
from generator.history.changes import Change, Subject
from generator.model.control import Plan
from generator.views.change_weight import is_aside

Touched = Mapping[tuple[str, str], Subject]
"""Things that changed, by kind and id."""


def touched_things(changes: Iterable[Change]) -> Touched:
    """Named things in which something changed that is not only kept for the record; plans themselves are none."""
    found: dict[tuple[str, str], Subject] = {}
    for change in changes:
        subject = change.subject
        if not (subject.is_plan or is_aside(change)):
            found.setdefault((subject.kind, subject.id), subject)
    return found


def changed_references(plan: Plan, touched: Touched) -> Iterator[Subject]:
    """What the plan names and another one tells of, if it changed."""
    return (touched[named] for named in named_outside(plan) if named in touched)
