"""Which approvals a change makes void, which plans need one after it, and what has to be done for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.analysis.approvals import Approval, ApprovalState, Change
from generator.analysis.facts import Facts
from generator.model.approval import ApprovalRecord
from generator.model.control import Plan, Status, numbers


class Todo(StrEnum):
    """What has to be done until a plan is approved as it stands."""

    NOTHING = "nothing"
    """It is recorded already, or the plan is not in use any more."""
    RAISE_VERSION = "raise-version"
    """Its version was approved with other content: raise it, add a revision, and approve it."""
    END_REVIEW = "end-review"
    """It is not approved yet: approve it when its review is over."""
    APPROVE = "approve"
    """Everything is ready for `handbook approve`."""


@dataclass(frozen=True, slots=True)
class ApprovalDue:
    """A plan that the change touches, and whose approval does not hold, or did not until it was approved again."""

    plan: Plan
    void: ApprovalRecord | None
    """The record that held before the change and is void by it."""
    again: ApprovalRecord | None
    """The record that holds for the plan as it stands after the change, if there is one."""
    changes: tuple[Change, ...]
    """What is not as it was approved, where a record says what was."""
    todo: Todo
    last_version: str
    """The version that was approved last; empty if none was."""


def approvals_due(before: Facts | None, after: Facts) -> tuple[ApprovalDue, ...]:
    """Approvals that a change makes void, and plans it touches that need one, in path order.

    Without the state before, every plan counts as touched, and what differs from its record as void.
    """
    earlier = {_key(approval): approval for approval in before.approvals} if before else {}
    return tuple(due for now in after.approvals for due in _due(earlier.get(_key(now)), now))


def _due(old: Approval | None, now: Approval) -> Iterator[ApprovalDue]:
    changed = old is None or old.content.whole != now.content.whole
    if old and not changed and _edition(old) == _edition(now):
        return
    void = _void(old, now) if changed else None
    last = _last_version(old, now)
    todo = _todo(now, last, changed)
    if void or todo is not Todo.NOTHING:
        since = replace(now, record=void) if void else now
        again = now.record if now.state is ApprovalState.APPROVED else None
        yield ApprovalDue(now.plan, void, again, since.changes, todo, last)


def _edition(approval: Approval) -> tuple[object, ...]:
    control = approval.plan.control
    return control.version, control.status, control.approved_on


def _void(old: Approval | None, now: Approval) -> ApprovalRecord | None:
    """The record that the change makes void; one that did not hold before it can't be."""
    if old is None:
        return now.record if now.differs else None
    return None if old.differs else old.record


def _last_version(old: Approval | None, now: Approval) -> str:
    """The version approved last: according to the record, or where none are kept, to the plan before the change."""
    if record := (old or now).record:
        return record.version
    if old is None or now.prints.handbook.approvals:
        return ""
    control = old.plan.control
    return control.version if control.status is Status.APPROVED else ""


def _todo(now: Approval, last: str, changed: bool) -> Todo:
    control = now.plan.control
    if now.state in (ApprovalState.APPROVED, ApprovalState.RETIRED):
        return Todo.NOTHING
    if last and (numbers(control.version) < numbers(last) or (changed and control.version == last)):
        return Todo.RAISE_VERSION
    if control.status is not Status.APPROVED:
        return Todo.END_REVIEW
    return Todo.APPROVE if now.prints.handbook.approvals else Todo.NOTHING


def _key(approval: Approval) -> tuple[str, str]:
    return type(approval.plan).__name__, approval.plan.id
