"""What elements know about their fields, their parts and their places."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.communication import Channel, CommunicationPlan, Statement
from generator.model.element import (
    NOWHERE,
    Element,
    Measure,
    kinds_defined_in,
    nested_fields,
    reference_fields,
    text_fields,
)
from generator.model.exercises import CorrectiveAction
from generator.model.organization import OrganizationPlan, Role, Site
from generator.model.scenario import FailureBranch, Scenario, Step
from generator.model.settings import Settings
from generator.position import Position
from generator.source import read_document

PLAN = """\
id: ways
title: Ways
summary: How.
control:
  {version: 1.0.0, status: draft, owner: boss, approver: boss, review_every: 1 year}
channels:
  - id: phone
    title: 电话
    direction: both
    owner: boss
    deputy: clerk
    account_holder: Boss
    reaches: [staff, customers]
    how: Dial.
audiences:
  - {id: staff, title: Staff, wants_to_know: All}
measures:
  - {id: test-it, do: Test it., responsible: boss}
"""


@pytest.fixture
def plan() -> CommunicationPlan:
    document = read_document(PLAN.encode(), "plans/ways.yml")
    assert document.findings == ()
    return CommunicationPlan.model_validate(document.root)


def test_an_element_knows_where_it_was_written(plan: CommunicationPlan) -> None:
    file = "plans/ways.yml"
    assert plan.position() == Position(file, 1, 1, 1, 3)
    assert plan.position("title") == Position(file, 2, 8, 2, 12)
    assert plan.channels[0].position() == Position(file, 7, 5, 7, 7)
    assert plan.channels[0].position("title") == Position(file, 8, 12, 8, 14)
    assert plan.channels[0].position("reaches", 1) == Position(file, 13, 22, 13, 31)
    assert plan.position("channels", 0, "owner") == Position(file, 10, 12, 10, 16)
    assert plan.control.position("status") == Position(file, 5, 28, 5, 33)


def test_a_field_that_is_not_written_stands_where_its_element_does(plan: CommunicationPlan) -> None:
    assert plan.channels[0].position("supplier") == plan.channels[0].position()


def test_an_element_that_was_not_read_from_a_file_stands_nowhere() -> None:
    site = Site(id="shop", title="Shop", address="Street")
    assert site.position() == site.position("title") == NOWHERE == Position("")


def test_walking_yields_each_element_once_in_the_order_of_the_model(plan: CommunicationPlan) -> None:
    assert [type(element).__name__ for element in plan.walk()] == [
        "CommunicationPlan",
        "DocumentControl",
        "Channel",
        "Audience",
        "Measure",
    ]


def test_walking_reaches_every_depth() -> None:
    document = read_document(
        b"phases:\n- id: detect\n  steps:\n  - id: a\n    do: b\n    part: legal\n    responsible: r\n"
        b"    accountable: r\n    within: 1 h\n    takes: {best: 1 h, likely: 1 h, worst: 1 h}\n"
        b"    if_not: {do: c, escalate_to: r}\n",
        "f",
    )
    assert document.root is not None
    step = Step.model_validate(document.root["phases"][0]["steps"][0])
    assert [type(element).__name__ for element in step.walk()] == ["Step", "Estimate", "FailureBranch"]


def test_children_are_only_the_next_level(plan: CommunicationPlan) -> None:
    assert [type(child).__name__ for child in plan.children()] == ["DocumentControl", "Channel", "Audience", "Measure"]


def test_nested_fields_are_those_that_hold_elements() -> None:
    assert nested_fields(Step) == ("takes", "if_not")
    assert "control" in nested_fields(OrganizationPlan)
    assert nested_fields(Site) == ()


def test_reference_fields_name_the_kind_they_refer_to() -> None:
    assert reference_fields(Role) == {
        "covers": "requirement",
        "department": "department",
        "superior": "role",
        "deputies": "role",
        "authorities": "authority",
    }
    assert reference_fields(CorrectiveAction)["finding"] == "exercise-finding"
    assert reference_fields(Settings) == {"emergency_numbers": "outside-body", "intake": "role"}


def test_step_ids_are_no_references_across_the_handbook() -> None:
    assert reference_fields(FailureBranch) == {"escalate_to": "role"}
    assert not {"id", "after", "since"} & set(reference_fields(Step))


def test_text_fields_tell_labels_from_prose() -> None:
    fields = text_fields(Channel)
    assert {name: mark.markup for name, mark in fields.items()} == {
        "title": False,
        "account_holder": False,
        "how": True,
        "caution": True,
    }


def test_lists_of_texts_are_texts_and_ids_are_not() -> None:
    fields = text_fields(Scenario)
    assert not fields["also_known_as"].markup
    assert fields["prevention"].markup
    assert "id" not in fields
    assert "commander" not in fields


def test_a_model_names_all_kinds_a_block_of_it_can_define() -> None:
    assert kinds_defined_in(Site) == {"site"}
    assert kinds_defined_in(Settings) == {"scenario-group"}
    assert kinds_defined_in(Scenario) == {"scenario", "statement"}
    assert kinds_defined_in(CommunicationPlan) == {
        "plan",
        "channel",
        "audience",
        "approval-path",
        "statement",
        "measure",
    }
    assert kinds_defined_in(Step) == frozenset()


def test_an_element_cannot_be_changed() -> None:
    site = Site(id="shop", title="Shop", address="Street")
    with pytest.raises(ValidationError, match="frozen"):
        site.title = "Other"  # type: ignore[misc]


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Site.model_validate({"id": "shop", "title": "Shop", "address": "Street", "colour": "red"})


def subclasses(model: type[Element]) -> set[type[Element]]:
    return {model}.union(*(subclasses(child) for child in model.__subclasses__()))


def test_every_kind_is_named_by_one_model_and_has_an_id() -> None:
    models = [model for model in subclasses(Element) if model.kind not in (None, "plan")]
    assert {Measure, Statement, Scenario} <= set(models)
    kinds = [model.kind for model in models]
    assert len(set(kinds)) == len(kinds)
    assert all("id" in model.model_fields for model in models)


def test_every_reference_leads_to_a_kind_that_can_be_defined() -> None:
    models = subclasses(Element)
    defined = {model.kind for model in models}
    named = {kind for model in models for kind in reference_fields(model).values()}
    assert {"role", "requirement"} <= named <= defined
