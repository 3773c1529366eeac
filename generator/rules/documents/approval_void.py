"""A plan changed after it was approved.

The content of a plan with `status: approved` is that of the record under `plans/approvals/`, and the record names the
approver of the plan. Content is everything a reader acts on: the plan itself with owner, approver and review
interval, and the roles, statements, channels and other things that it names. Version, status, days, revisions and
`covers` don't count, nor do layout, order of keys, records, and days on which something was checked, such as a contact.
Translations are told by `approval-translation`.

## Why

An approval holds for the words that the approver read. If a number, a name or a step is changed afterwards and the
block at the head still says "approved", nobody approved what people follow in the emergency.

## How to fix

If the change is right, raise `version`, add a revision and have the approver run `handbook approve`. Set `status:
in-review` until then. If it is not, take it back. If an element outside the plan changed, read the plan again with
the change in mind before it is approved.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.approvals import Approval, ApprovalState, changes_told
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.approval import ApprovalRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 7.5.3 (control of changes)", "NIST SP 800-53, CP-2")
WAIVABLE = False
_MOST = 3


def check(facts: Facts) -> Iterator[Problem]:
    for approval in facts.approvals:
        if approval.record and approval.state is ApprovalState.CHANGED:
            yield _problem(approval, approval.record)


def _problem(approval: Approval, record: ApprovalRecord) -> Problem:
    control = approval.plan.control
    changed = [change for change in approval.changes[:_MOST] if change.element]
    places = [Related(Place(change.element, change.path), change.told) for change in changed if change.element]
    return Problem(
        Place.of(control, "version"),
        f"The plan `{approval.plan.id}` is not what `{record.by}` approved as version {record.version} on {record.on}:"
        f" {_reason(approval)}.",
        expected="the plan as it was approved, or a higher version that is approved itself",
        remedy=f"Take the change back, or raise `version` and have `{control.approver}` run `handbook approve`.",
        related=(*places, Related(Place.of(record, "on"), "the approval")),
    )


def _reason(approval: Approval) -> str:
    if not approval.differs:
        return f"the approver is `{approval.plan.control.approver}`"
    return changes_told(approval.changes, _MOST) or "the record was edited by hand"
