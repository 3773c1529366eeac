"""What the rules about records of approvals find beyond their examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.analysis.approvals import approvals, record_of
from generator.analysis.facts import Facts
from generator.model.approval import ApprovalRecord
from generator.model.control import Plan
from generator.model.handbook import Handbook
from generator.model.organization import OrganizationPlan
from generator.rule import Problem
from generator.rules.documents import approval_stray, approval_unrecorded, approval_void
from tests.unit.analysis.sample_plans import AS_OF, handbook, organization, role, scenario, step

STEPS = (step("a", responsible="guard"), step("b"), step("c"))


def company(**guard: Any) -> OrganizationPlan:
    return organization([role("guard", **guard)])


def records(book: Handbook) -> tuple[ApprovalRecord, ...]:
    return tuple(record_of(approval, "chief", None, {}, AS_OF) for approval in approvals(book))


def found(
    check: Callable[[Facts], Iterator[Problem]], *plans: Plan, kept: tuple[ApprovalRecord, ...] | None = None
) -> list[Problem]:
    """What a rule says of plans after `company()` and a scenario of three steps were approved."""
    before = records(handbook(company(), scenario(*STEPS))) if kept is None else kept
    return list(check(Facts(replace(handbook(*plans), approvals=before), AS_OF)))


CHECKS = (approval_void.check, approval_unrecorded.check, approval_stray.check)


@pytest.mark.parametrize("check", CHECKS)
def test_what_was_recorded_and_not_changed_is_clean(check: Callable[[Facts], Iterator[Problem]]) -> None:
    assert found(check, company(), scenario(*STEPS)) == []


def test_changed_added_and_removed_parts_are_named_with_their_places() -> None:
    plan = scenario(step("a", responsible="guard", likely="6 min"), step("b"), step("new"))
    (problem,) = found(approval_void.check, company(), plan)
    assert problem.message.endswith("`detect/a` changed, `detect/new` added, `detect/c` removed.")
    assert (problem.place.element, problem.place.path) == (plan.control, ("version",))
    ids = [getattr(related.place.element, "id", None) for related in problem.related]
    assert ids == ["a", "new", None], "what is gone has no place; the last one is the record"


def test_a_changed_role_voids_the_plans_that_name_it_and_is_named() -> None:
    owner, user = found(approval_void.check, company(mission="Sleeps."), scenario(*STEPS))
    assert "`organization` is not what `chief` approved" in owner.message
    assert user.message.endswith("the role `guard` changed.")
    assert getattr(user.related[0].place.element, "id", "") == "guard"


def test_only_an_approved_plan_can_be_void() -> None:
    plan = scenario(*STEPS, title="Dark", control={"status": "in-review"})
    assert found(approval_void.check, company(), plan) == []


def test_a_record_that_was_edited_by_hand_is_void() -> None:
    kept = records(handbook(company(), scenario(*STEPS)))
    forged = tuple(record.model_copy(update={"fingerprint": "0" * 64}) for record in kept)
    problems = found(approval_void.check, company(), scenario(*STEPS), kept=forged)
    assert [problem.message.endswith("the record was edited by hand.") for problem in problems] == [True, True]


def test_a_record_by_somebody_else_is_void() -> None:
    kept = tuple(r.model_copy(update={"by": "guard"}) for r in records(handbook(company(), scenario(*STEPS))))
    problems = found(approval_void.check, company(), scenario(*STEPS), kept=kept)
    assert [problem.message.endswith("the approver is `chief`.") for problem in problems] == [True, True]


def test_a_raised_version_is_a_matter_of_the_other_rule() -> None:
    plan = scenario(*STEPS, title="Dark", control={"version": "1.1.0"})
    assert found(approval_void.check, company(), plan) == []
    (problem,) = found(approval_unrecorded.check, company(), plan)
    assert problem.message.endswith("as version 1.1.0, but the record is of version 1.0.0.")


def test_a_later_day_needs_a_record_of_its_own() -> None:
    (problem,) = found(approval_unrecorded.check, company(), scenario(*STEPS, control={"approved_on": "2026-06-30"}))
    assert problem.message.endswith("approved on 2026-06-30, but the record is of 2026-01-31.")
    assert problem.place.path == ("approved_on",)


def test_where_no_approvals_are_recorded_none_is_missing() -> None:
    assert found(approval_unrecorded.check, company(), scenario(*STEPS), kept=()) == []


def test_a_deleted_record_is_missed() -> None:
    kept = records(handbook(company(), scenario(*STEPS)))[:1]
    (problem,) = found(approval_unrecorded.check, company(), scenario(*STEPS), kept=kept)
    assert "`outage`" in problem.message
    assert "handbook approve outage --by chief" in problem.remedy


def test_a_record_without_a_plan_is_told() -> None:
    (problem,) = found(approval_stray.check, company())
    assert "the plan `outage`, which does not exist" in problem.message
