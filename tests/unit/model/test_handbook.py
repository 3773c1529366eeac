"""Look-ups in the bundled handbook and in hand-made parts."""

from __future__ import annotations

import pytest

from generator.model.acts import PhaseId
from generator.model.element import Element
from generator.model.handbook import Handbook, index_elements
from generator.model.organization import OrganizationPlan, Role, Site
from generator.model.places import PLAN_MODELS
from generator.model.scenario import Scenario


def test_of_two_elements_with_the_same_id_the_first_is_found() -> None:
    first = Site(id="shop", title="First", address="Street")
    second = Site(id="shop", title="Second", address="Street")
    assert index_elements([first, second]) == {"site": {"shop": first}}


def test_the_index_knows_every_element_that_has_a_kind(bundled_handbook: Handbook) -> None:
    named = [element for part in bundled_handbook.parts for element in part.walk() if element.kind]
    assert sum(len(found) for found in bundled_handbook.index.values()) == len(named) > 500
    assert all(bundled_handbook.index[e.kind or ""][getattr(e, "id")] is e for e in named)  # noqa: B009


def test_the_index_cannot_be_changed(bundled_handbook: Handbook) -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        bundled_handbook.index["role"] = {}  # type: ignore[index]


@pytest.mark.parametrize(
    ("lookup", "kind"),
    [
        ("scenarios", "scenario"),
        ("scenario_groups", "scenario-group"),
        ("roles", "role"),
        ("departments", "department"),
        ("authorities", "authority"),
        ("teams", "team"),
        ("sites", "site"),
        ("people", "person"),
        ("shifts", "shift"),
        ("outside_bodies", "outside-body"),
        ("grades", "grade"),
        ("systems", "system"),
        ("backup_jobs", "backup-job"),
        ("spares", "spare"),
        ("channels", "channel"),
        ("audiences", "audience"),
        ("approval_paths", "approval-path"),
        ("statements", "statement"),
        ("obligations", "obligation"),
        ("tiers", "tier"),
        ("remedies", "remedy"),
        ("risks", "risk"),
        ("exercises", "exercise"),
        ("exercise_records", "exercise-record"),
        ("corrective_actions", "action"),
        ("requirements", "requirement"),
        ("measures", "measure"),
    ],
)
def test_each_lookup_finds_all_elements_of_its_kind(bundled_handbook: Handbook, lookup: str, kind: str) -> None:
    found: dict[str, Element] = getattr(bundled_handbook, lookup)
    assert found
    assert found == bundled_handbook.index[kind]
    assert all(getattr(element, "id") == key for key, element in found.items())  # noqa: B009


def test_grades_are_worst_first(bundled_handbook: Handbook) -> None:
    ranks = [grade.rank for grade in bundled_handbook.grades.values()]
    assert len(ranks) > 1
    assert ranks == sorted(ranks)


def test_assignments_keep_the_order_in_which_people_are_called(bundled_handbook: Handbook) -> None:
    written = [a for plan in bundled_handbook.of_type(OrganizationPlan) for a in plan.assignments]
    assert set(bundled_handbook.assignments) == {assignment.role for assignment in written}
    for role, assignments in bundled_handbook.assignments.items():
        assert list(assignments) == [assignment for assignment in written if assignment.role == role]


def test_plans_of_a_type_are_only_of_that_type(bundled_handbook: Handbook) -> None:
    scenarios = list(bundled_handbook.of_type(Scenario))
    assert {scenario.id for scenario in scenarios} == set(bundled_handbook.scenarios)
    assert all(type(plan) is Scenario for plan in scenarios)


def test_the_single_files_are_found(bundled_handbook: Handbook) -> None:
    assert bundled_handbook.severity is not None
    assert bundled_handbook.conduct is not None
    assert [plan.position().file for plan in bundled_handbook.timetables] == ["plans/peak-day.yml"]
    assert bundled_handbook.severity.position().file == "plans/severity.yml"


def test_what_is_not_there_is_none_or_empty(bundled_handbook: Handbook) -> None:
    bare = Handbook(bundled_handbook.settings, ())
    assert bare.severity is None
    assert bare.conduct is None
    assert bare.timetables == ()
    assert bare.roles == {}
    assert bare.assignments == {}


def test_parts_are_settings_plans_and_catalogs(bundled_handbook: Handbook) -> None:
    parts = bundled_handbook.parts
    assert parts[0] is bundled_handbook.settings
    assert len(parts) == 1 + len(bundled_handbook.plans) + len(bundled_handbook.catalogs)


def test_steps_of_a_scenario_are_in_phase_order(bundled_handbook: Handbook) -> None:
    scenario = bundled_handbook.scenarios["payment-anomaly"]
    assert [phase.id for phase in scenario.phases] == list(PhaseId)
    assert scenario.steps[0].id == "confirm-fault"
    assert len(scenario.steps) == sum(len(phase.steps) for phase in scenario.phases)
    assert scenario.steps[-1].id == "review-event"


def test_the_score_of_a_risk_is_likelihood_times_impact(bundled_handbook: Handbook) -> None:
    risk = next(iter(bundled_handbook.risks.values()))
    assert risk.model_copy(update={"likelihood": 4, "impact": 5}).score == 20
    assert risk.model_copy(update={"likelihood": 1, "impact": 1}).score == 1


def test_every_place_in_the_plans_folder_has_one_model() -> None:
    patterns = [pattern for pattern, _ in PLAN_MODELS]
    assert len(set(patterns)) == len(patterns)
    assert dict(PLAN_MODELS)["scenarios/*.yml"] is Scenario


def test_a_role_is_found_as_a_role(bundled_handbook: Handbook) -> None:
    role = bundled_handbook.roles[bundled_handbook.settings.intake]
    assert type(role) is Role
    assert role.position().file == "plans/organization/roles.yml"


def test_assignments_are_found_by_role_and_by_person(bundled_handbook: Handbook) -> None:
    by_role = [given for of_role in bundled_handbook.assignments.values() for given in of_role]
    by_person = [given for of_person in bundled_handbook.assignments_by_person.values() for given in of_person]
    assert len(by_role) == len(by_person)
    assert all(given in by_person for given in by_role)
    assert all(given.person == name for name, of in bundled_handbook.assignments_by_person.items() for given in of)
