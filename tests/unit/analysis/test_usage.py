"""Which roles the plans make use of."""

from __future__ import annotations

from generator.analysis.usage import used_roles
from tests.unit.analysis.sample_plans import assigned, handbook, organization, person, role, scenario, step


def test_a_role_with_any_letter_in_a_step_is_used() -> None:
    roles = [role(name) for name in ("cook", "guard", "boy", "idle")]
    one = step("check", responsible="cook", consulted=["guard"], informed=["boy"])
    assert used_roles(handbook(organization(roles), scenario(one))) == {"chief", "cook", "guard", "boy"}


def test_who_is_called_when_a_step_fails_is_used() -> None:
    one = step("check", if_not={"do": "Call.", "escalate_to": "guard"})
    assert "guard" in used_roles(handbook(organization([role("guard")]), scenario(one)))


def test_deputies_of_used_roles_are_used_and_so_are_theirs() -> None:
    roles = [role("chief", deputies=["cook"]), role("cook", deputies=["boy"]), role("boy"), role("idle")]
    assert used_roles(handbook(organization(roles), scenario(step("check")))) == {"chief", "cook", "boy"}


def test_a_deputy_of_an_unused_role_is_unused() -> None:
    roles = [role("idle", deputies=["boy"]), role("boy")]
    assert used_roles(handbook(organization(roles), scenario(step("check")))) == {"chief"}


def test_a_superior_is_used() -> None:
    roles = [role("guard"), role("boy", superior="guard")]
    assert used_roles(handbook(organization(roles))) == {"chief", "guard"}


def test_to_be_filled_to_head_a_department_and_to_sign_a_plan_is_no_use() -> None:
    book = handbook(
        organization(
            [role("idle")],
            [person("ann")],
            assigned("idle", "ann"),
            departments=[{"id": "office", "title": "Office", "head": "idle", "duties": ["Work."]}],
        ),
        scenario(step("check"), control={"owner": "idle", "approver": "idle"}),
    )
    assert "idle" not in used_roles(book)


def test_a_standing_duty_is_a_use() -> None:
    measure = {"id": "look", "do": "Look.", "responsible": "idle"}
    assert "idle" in used_roles(handbook(organization([role("idle")], measures=[measure])))
