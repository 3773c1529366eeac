"""Small handbooks in two editions, and what the comparison says of them."""

from __future__ import annotations

from generator.history.changes import Change, Comparison
from generator.history.compare import compare
from generator.model.control import Plan
from generator.model.handbook import Handbook
from tests.unit.analysis.sample_plans import Fields, handbook, organization, role, scenario, step

PEOPLE = organization([role("chief"), role("clerk"), role("guard")])


def compared(before: Plan | Handbook, after: Plan | Handbook) -> Comparison:
    """Two editions; a lone plan gets the company beside it."""
    return compare(_edition(before), _edition(after))


def _edition(given: Plan | Handbook) -> Handbook:
    return given if isinstance(given, Handbook) else handbook(PEOPLE, given)


def changes(before: Plan | Handbook, after: Plan | Handbook) -> tuple[Change, ...]:
    return compared(before, after).changes


def only_change(before: Plan | Handbook, after: Plan | Handbook) -> Change:
    """The one change there is."""
    found = changes(before, after)
    assert len(found) == 1, [(change.kind, change.subject.field) for change in found]
    return found[0]


def of_step(was: Fields, now: Fields) -> Change:
    """The one change between two editions of a step."""
    return only_change(scenario(step("check", **was), step("next")), scenario(step("check", **now), step("next")))


def told(change: Change) -> tuple[str | None, ...]:
    """A change in short: what, where, what it does, from what, to what."""
    before, after = (None if value is None else str(value) for value in (change.before, change.after))
    return change.kind.value, change.subject.id, change.subject.field, change.effect.value, before, after
