"""A plan claims an approval that no record shows.

Where approvals are recorded (there is a file under `plans/approvals/`), each plan with `status: approved` has a
record of its `version`, and the record is not older than `approved_on`.

## Why

Anybody who can edit a plan can write `approved` into it. The record says which content was approved by whom; without
it a raised version or a new date is only a claim.

## How to fix

Have the approver read the plan and run `handbook approve PLAN --by ROLE`. Until then the plan is `in-review`. A
company that does not want records deletes the folder `plans/approvals/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.approvals import Approval, ApprovalState
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.approval import ApprovalRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (evidence of approval)", "ISO 22301:2019, 7.5")
WAIVABLE = False


def check(facts: Facts) -> Iterator[Problem]:
    for approval in facts.approvals if facts.handbook.approvals else ():
        if approval.state is ApprovalState.NEVER:
            yield _problem(approval, "version", "no record shows who approved it")
        elif approval.record and approval.state is ApprovalState.UNRECORDED:
            yield _other(approval, approval.record)


def _other(approval: Approval, record: ApprovalRecord) -> Problem:
    if record.version != approval.plan.control.version:
        place = Related(Place.of(record, "version"), "the version that was approved")
        return _problem(approval, "version", f"the record is of version {record.version}", place)
    place = Related(Place.of(record, "on"), "the day of the record")
    return _problem(approval, "approved_on", f"the record is of {record.on}", place)


def _problem(approval: Approval, field: str, fault: str, *related: Related) -> Problem:
    plan, control = approval.plan, approval.plan.control
    claim = f"on {control.approved_on}" if field == "approved_on" else f"as version {control.version}"
    return Problem(
        Place.of(control, field),
        f"The plan `{plan.id}` says that it was approved {claim}, but {fault}.",
        expected=f"a record of this approval in `approvals/{plan.id}.yml`",
        remedy=f"Run `handbook approve {plan.id} --by {control.approver}`, or set `status: in-review`.",
        related=related,
    )
