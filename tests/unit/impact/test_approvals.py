"""Which approvals a change makes void, and what has to be done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analysis.approvals import approvals
from generator.analysis.facts import Facts
from generator.impact.approvals import ApprovalDue, Todo, approvals_due
from generator.model.approval import ApprovalRecord
from generator.model.handbook import Handbook
from tests.rules.overlay import AS_OF
from tests.unit.impact.bookshop import EDITS, FIRE, Edit, book, records, renamed

VERSION: Edit = (FIRE, "control: {version: 1.0.0,", "control: {version: 1.1.0,")
CONTENT: Edit = (FIRE, "do: Call 119.", "do: Call 119 at once.")
IN_REVIEW: Edit = (FIRE, "status: approved,", "status: in-review,")
RETIRED: Edit = (FIRE, "status: approved,", "status: retired,")


def facts(handbook: Handbook, approved: tuple[ApprovalRecord, ...]) -> Facts:
    return Facts(replace(handbook, approvals=approved), AS_OF)


def prints(handbook: Handbook) -> dict[str, str]:
    return {approval.plan.id: approval.content.whole for approval in approvals(handbook)}


def due_after(*edits: Edit, recorded: bool = True, again: bool = False) -> dict[str, ApprovalDue]:
    """What is due after edits of a handbook that was approved, and is again if so told."""
    before, after = book(), book(*edits)
    approved = records(before) if recorded else ()
    now = records(after) if again else approved
    return {due.plan.id: due for due in approvals_due(facts(before, approved), facts(after, now))}


@pytest.mark.parametrize("name", EDITS)
def test_void_are_exactly_the_recorded_plans_whose_fingerprint_changed(name: str) -> None:
    before, after = book(), book(EDITS[name])
    approved = records(before, without=["words"])
    old, new = prints(before), prints(after)
    changed = {plan for plan in new if old[plan] != new[plan]}
    found = approvals_due(facts(before, approved), facts(after, approved))
    assert {due.plan.id for due in found if due.void} == changed - {"words"}
    assert {due.plan.id for due in found if not due.void} >= changed & {"words"}


@pytest.mark.parametrize(
    ("edits", "todo"),
    [
        ([CONTENT], Todo.RAISE_VERSION),
        ([CONTENT, IN_REVIEW], Todo.RAISE_VERSION),
        ([CONTENT, VERSION], Todo.APPROVE),
        ([CONTENT, VERSION, IN_REVIEW], Todo.END_REVIEW),
        ([CONTENT, RETIRED], Todo.NOTHING),
    ],
)
def test_what_has_to_be_done_depends_on_version_and_status(edits: list[Edit], todo: Todo) -> None:
    fire = due_after(*edits)["fire"]
    assert (fire.todo, fire.last_version) == (todo, "1.0.0")
    assert fire.void is not None
    assert str(fire.void.on) == "2026-09-01"
    assert [change.address for change in fire.changes] == ["detect/call"]


def test_another_version_with_the_same_content_needs_an_approval_but_makes_none_void() -> None:
    found = due_after(VERSION)
    assert list(found) == ["fire"]
    assert (found["fire"].void, found["fire"].todo) == (None, Todo.APPROVE)


def test_a_plan_that_was_approved_again_is_told_with_both_records() -> None:
    fire = due_after(CONTENT, VERSION, again=True)["fire"]
    assert fire.todo is Todo.NOTHING
    assert fire.void is not None
    assert fire.again is not None
    assert (fire.void.version, fire.again.version) == ("1.0.0", "1.1.0")


def test_without_records_a_plan_that_changed_needs_a_higher_version() -> None:
    assert due_after(CONTENT, recorded=False)["fire"].todo is Todo.RAISE_VERSION
    assert due_after(CONTENT, VERSION, recorded=False) == {}
    assert due_after(VERSION, recorded=False) == {}


def test_an_approval_that_was_void_before_is_not_made_void_again() -> None:
    stale = records(book(EDITS["another title"]))
    before, after = book(), book(CONTENT)
    (fire,) = (due for due in approvals_due(facts(before, stale), facts(after, stale)) if due.plan.id == "fire")
    assert (fire.void, fire.todo) == (None, Todo.RAISE_VERSION)


def test_a_new_plan_needs_an_approval_where_records_are_kept() -> None:
    before, after = book(), book(*renamed("data-leak", "leaked-data"))
    approved = records(before)
    found = {due.plan.id: due.todo for due in approvals_due(facts(before, approved), facts(after, approved))}
    assert found["leaked-data"] is Todo.APPROVE


def test_without_a_state_before_what_differs_from_its_record_is_void() -> None:
    approved = records(book())
    found = approvals_due(None, facts(book(CONTENT), approved))
    assert [(due.plan.id, due.void is not None, due.todo) for due in found] == [("fire", True, Todo.RAISE_VERSION)]
    assert approvals_due(None, Facts(book(), AS_OF)) == ()
