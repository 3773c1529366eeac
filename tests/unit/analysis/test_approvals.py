"""How a plan stands to the record of its approval, what changed since, and when an approval is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.analysis.approvals import (
    Approval,
    ApprovalState,
    Change,
    ChangeKind,
    approvals,
    changes_told,
    record_of,
    refusal,
)
from generator.model.control import Plan
from generator.model.handbook import Handbook
from tests.unit.analysis.sample_plans import AS_OF, assigned, handbook, organization, person, role, scenario, step

COMPANY = organization(
    [role("guard")], [person("ann"), person("bob")], [*assigned("chief", "ann"), *assigned("guard", "bob")]
)
STEPS = (step("a", responsible="guard"), step("b"))


def plan(*steps: dict[str, Any], **more: Any) -> Plan:
    control = {"owner": "guard", **more.pop("control", {})}
    return scenario(*(steps or STEPS), control=control, **more)


def of(book: Handbook) -> Approval:
    return next(approval for approval in approvals(book) if approval.plan.id == "outage")


def approved(first: Plan, now: Plan | None = None, company: Plan = COMPANY) -> Approval:
    """The plan of now against the record of the first one."""
    record = record_of(of(handbook(COMPANY, first)), "chief", None, {}, AS_OF)
    return of(replace(handbook(company, now or first), approvals=(record,)))


def changes(now: Plan, company: Plan = COMPANY) -> list[tuple[str, str]]:
    return [(change.address, change.change.value) for change in approved(plan(), now, company).changes]


def test_a_plan_without_a_record_was_never_approved() -> None:
    assert of(handbook(COMPANY, plan())).state is ApprovalState.NEVER


def test_a_plan_is_approved_while_it_is_as_it_was() -> None:
    found = approved(plan())
    assert (found.state, found.changes) == (ApprovalState.APPROVED, ())


@pytest.mark.parametrize(
    ("control", "state"),
    [
        ({"version": "1.0.1"}, ApprovalState.UNRECORDED),
        ({"approved_on": "2026-02-28"}, ApprovalState.UNRECORDED),
        ({"approved_on": "2025-12-31"}, ApprovalState.APPROVED),
        ({"status": "in-review"}, ApprovalState.IN_REVIEW),
        ({"status": "draft"}, ApprovalState.DRAFT),
        ({"status": "retired"}, ApprovalState.RETIRED),
        ({"owner": "chief"}, ApprovalState.CHANGED),
        ({"approver": "guard"}, ApprovalState.CHANGED),
        ({"effective_on": "2026-03-01"}, ApprovalState.APPROVED),
    ],
)
def test_an_approval_holds_for_one_version_one_content_and_one_approver(
    control: dict[str, Any], state: ApprovalState
) -> None:
    assert approved(plan(), plan(control=control)).state is state


def test_a_record_of_another_approver_is_no_approval() -> None:
    found = approved(plan())
    assert found.record is not None
    other = replace(found, record=found.record.model_copy(update={"by": "guard"}))
    assert (other.state, other.changes) == (ApprovalState.CHANGED, ())


def test_changes_are_told_by_their_own_parts_in_order_of_writing() -> None:
    assert changes(plan(step("a", likely="6 min", responsible="guard"), step("b"), title="Dark")) == [
        ("title", "changed"),
        ("detect/a", "changed"),
    ]


def test_a_list_is_told_only_where_nothing_else_tells_it() -> None:
    assert changes(plan(*reversed(STEPS))) == [("detect/steps[]", "changed")]
    assert changes(plan(*STEPS, step("c"))) == [("detect/c", "added")]
    assert changes(plan(STEPS[0])) == [("detect/b", "removed")]
    assert changes(plan(STEPS[0], step("c"))) == [("detect/c", "added"), ("detect/b", "removed")]


def test_an_element_outside_is_named_if_it_changed_itself() -> None:
    company = organization([role("guard", mission="Sleeps.")])
    assert changes(plan(), company) == [("role/guard", "changed")]
    (change,) = approved(plan(), plan(), company).changes
    assert (change.outside, getattr(change.element, "id", "")) == (True, "guard")


def test_an_element_that_is_no_longer_named_is_told_by_the_step_that_named_it() -> None:
    assert changes(plan(step("a"), step("b"))) == [("detect/a", "changed")]


def test_a_record_whose_parts_were_edited_names_no_change_of_the_plan() -> None:
    found = approved(plan())
    assert found.record is not None
    forged = replace(found, record=found.record.model_copy(update={"fingerprint": "0" * 64}))
    assert (forged.state, forged.changes) == (ApprovalState.CHANGED, ())


def test_three_changes_are_named_and_the_rest_counted() -> None:
    every = tuple(Change(name, ChangeKind.CHANGED, outside=False) for name in ("a", "b/steps[]", "c", "d", "e"))
    assert changes_told(every) == "`a` changed, the order of `b/steps` changed, `c` changed and 2 more"
    assert changes_told(every[:1]) == "`a` changed"
    assert changes_told((Change("outside-body/aid", ChangeKind.ADDED, outside=True),)) == "the outside body `aid` added"


def refused(found: Approval, by: str = "chief", on: date | None = None) -> str:
    answer = refusal(found, by, on)
    assert answer is None or answer.remedy
    return answer.reason if answer else ""


def test_the_approver_may_approve_an_approved_plan() -> None:
    assert refused(of(handbook(COMPANY, plan()))) == ""
    assert refused(approved(plan())) == ""


@pytest.mark.parametrize(
    ("control", "by", "reason"),
    [
        ({"status": "in-review"}, "chief", "its status is `in-review`"),
        ({"status": "retired"}, "chief", "its status is `retired`"),
        ({}, "guard", "its approver is `chief`"),
        ({"approved_on": None}, "chief", "it has no `approved_on`"),
        ({"owner": "chief"}, "chief", "`chief` wrote or owns it"),
        (
            {"revisions": [{"version": "1.0.0", "on": "2026-01-01", "by": "chief", "change": "New."}]},
            "chief",
            "`chief` wrote or owns it",
        ),
    ],
)
def test_a_plan_that_is_not_ready_or_not_theirs_is_refused(control: dict[str, Any], by: str, reason: str) -> None:
    assert refused(of(handbook(COMPANY, plan(control=control))), by) == reason


def test_one_person_in_two_roles_can_not_approve_their_own_plan() -> None:
    company = organization([role("guard")], [person("ann")], [*assigned("chief", "ann"), *assigned("guard", "ann")])
    assert refused(of(handbook(company, plan()))) == "`ann` is both `guard` and `chief`"


def test_a_changed_plan_needs_a_higher_version() -> None:
    assert refused(approved(plan(), plan(title="Dark"))).endswith("approved on 2026-01-31: `title` changed")
    assert refused(approved(plan(), plan(title="Dark", control={"version": "1.0.1"}))) == ""
    assert "1.0.0 was approved" in refused(approved(plan(), plan(control={"version": "0.9.9"})))
    assert refused(approved(plan(), plan(title="Dark", control={"version": "1.0.10"}))) == "", "not compared as text"


def test_an_approval_can_not_be_older_than_the_plan_says() -> None:
    found = of(handbook(COMPANY, plan()))
    assert refused(found, on=date(2026, 1, 30)) == "it says that it was approved on 2026-01-31"
    assert refused(found, on=date(2026, 2, 1)) == ""


def test_two_plans_of_one_id_can_not_be_told_apart_in_records() -> None:
    namesake = organization([role("guard")], id="outage")
    assert "another plan has the same id" in refused(approvals(handbook(namesake, plan()))[0])


def test_a_record_is_of_the_day_that_the_plan_says() -> None:
    record = record_of(of(handbook(COMPANY, plan())), "chief", None, {"zh": "0" * 64}, AS_OF)
    assert (record.plan, record.version, record.by, record.on) == ("outage", "1.0.0", "chief", date(2026, 1, 31))
    assert record.translations == {"zh": "0" * 64}
    assert {len(part) for part in record.parts.values()} == {16}
    assert record_of(of(handbook(COMPANY, plan())), "chief", AS_OF, {}, AS_OF).on == AS_OF


def test_what_did_not_change_keeps_its_record() -> None:
    found = approved(plan())
    assert found.record is not None
    assert record_of(found, "chief", None, {}, AS_OF).model_dump() == found.record.model_dump()


def test_a_new_translation_is_approved_today() -> None:
    record = record_of(approved(plan()), "chief", None, {"zh": "1" * 64}, AS_OF)
    assert (record.on, record.translations) == (AS_OF, {"zh": "1" * 64})


def test_a_review_without_a_change_moves_the_day() -> None:
    found = approved(plan(), plan(control={"approved_on": "2026-06-30"}))
    assert found.state is ApprovalState.UNRECORDED
    assert record_of(found, "chief", None, {}, AS_OF).on == date(2026, 6, 30)
