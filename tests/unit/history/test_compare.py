from __future__ import annotations

from typing import Any

import pytest

from generator.history.changes import Effect, Kind, Topic
from generator.history.inventory import inventory
from generator.model.control import Plan
from generator.model.organization import OrganizationPlan
from tests.unit.analysis.sample_plans import (
    Fields,
    exercise,
    exercises,
    handbook,
    head,
    organization,
    role,
    scenario,
    step,
)
from tests.unit.history.edits import PEOPLE, changes, compared, of_step, only_change, told

WORK = "5 business days"


def test_equal_editions_have_no_changes() -> None:
    assert changes(scenario(step("check")), scenario(step("check"))) == ()


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ({"within": "10 min"}, {"within": "5 min"}, ("changed", "within", "strengthened", "10 min", "5 min")),
        ({"within": "10 min"}, {"within": "1 h"}, ("changed", "within", "weakened", "10 min", "1 h")),
        ({"within": "60 min"}, {"within": "1 h"}, ("changed", "within", "neutral", "60 min", "1 h")),
        ({"within": "1 week"}, {"within": WORK}, ("changed", "within", "neutral", "1 week", WORK)),
        ({"within": "6 days"}, {"within": WORK}, ("changed", "within", "weakened", "6 days", WORK)),
        ({}, {"responsible": "clerk"}, ("changed", "responsible", "neutral", "chief", "clerk")),
        ({}, {"accountable": "clerk"}, ("changed", "accountable", "neutral", "chief", "clerk")),
        ({}, {"informed": ["clerk"]}, ("came", "informed", "strengthened", None, "clerk")),
        ({"informed": ["clerk"]}, {}, ("went", "informed", "weakened", "clerk", None)),
        ({"informed": ["clerk"]}, {"informed": ["guard"]}, ("changed", "informed", "neutral", "clerk", "guard")),
        ({}, {"after": ["next"]}, ("came", "after", "neutral", None, "next")),
        ({}, {"record": "A photo"}, ("came", "record", "strengthened", None, "A photo")),
        ({"record": "A photo"}, {}, ("went", "record", "weakened", "A photo", None)),
        ({"record": "A photo"}, {"record": "A note"}, ("changed", "record", "neutral", "A photo", "A note")),
        ({}, {"do": "Check twice."}, ("changed", "do", "neutral", "Do check.", "Check twice.")),
    ],
)  # fmt: skip
def test_a_step_changes_in_one_place(was: Fields, now: Fields, expected: tuple[Any, ...]) -> None:
    kind, field, *rest = expected
    assert told(of_step(was, now)) == (kind, "check", field, *rest)


def test_one_recipient_for_another_is_told_as_a_loss_and_a_gain() -> None:
    found = changes(scenario(step("check", calls=["police"])), scenario(step("check", calls=["bank"])))
    assert [(change.kind, change.effect) for change in found] == [
        (Kind.WENT, Effect.WEAKENED),
        (Kind.CAME, Effect.STRENGTHENED),
    ]


def test_a_step_that_comes_or_goes_is_one_change_with_its_roles() -> None:
    short, long = scenario(step("check")), scenario(step("check"), step("ask", responsible="clerk"))
    came, went = only_change(short, long), only_change(long, short)
    assert told(came)[:4] == ("came", "ask", "", "strengthened")
    assert told(went)[:4] == ("went", "ask", "", "weakened")
    assert came.roles_after == went.roles_before == {"chief", "clerk"}
    assert came.roles_before == went.roles_after == frozenset()


def test_a_step_in_another_phase_is_one_move() -> None:
    def phased(*phases: list[Fields]) -> Plan:
        names = ("detect", "report")
        return scenario(phases=[{"id": name, "steps": steps} for name, steps in zip(names, phases, strict=True)])

    moved = only_change(
        phased([step("look"), step("call")], [step("tell")]), phased([step("look")], [step("tell"), step("call")])
    )
    assert told(moved) == ("moved", "call", "", "neutral", "detect", "report")


def test_a_move_and_an_edit_at_once_are_two_changes() -> None:
    before = scenario(phases=[{"id": "detect", "steps": [step("look"), step("call")]}, {"id": "report", "steps": []}])
    after = scenario(
        phases=[{"id": "detect", "steps": [step("look")]}, {"id": "report", "steps": [step("call", within="5 min")]}]
    )
    assert [(change.kind, change.subject.field) for change in changes(before, after)] == [
        (Kind.MOVED, ""),
        (Kind.CHANGED, "within"),
    ]


def test_steps_in_another_order_are_one_change() -> None:
    moved = only_change(scenario(step("look"), step("call")), scenario(step("call"), step("look")))
    assert (moved.kind, moved.before, moved.after) == (Kind.MOVED, ("look", "call"), ("call", "look"))


def test_a_limit_that_counts_from_elsewhere_is_judged_from_activation() -> None:
    first = step("first", within="1 h")
    from_start, from_first = step("check", within="2 h"), step("check", within="90 min", since="first")
    found = {c.subject.field: c for c in changes(scenario(first, from_start), scenario(first, from_first))}
    assert found["within"].effect is Effect.WEAKENED
    assert found["since"].effect is Effect.NEUTRAL


def test_document_control_is_told_once() -> None:
    fields = {
        "version": "1.1.0",
        "approved_on": "2026-11-01",
        "revisions": [{"version": "1.1.0", "on": "2026-11-01", "by": "chief", "change": "Better."}],
    }
    change = only_change(scenario(), scenario(control=fields))
    assert (change.subject.field, change.topic, change.effect) == ("control", Topic.CONTROL, Effect.NEUTRAL)
    plans = compared(scenario(), scenario(control=fields)).plans
    assert (plans["Scenario", "outage"].version_before, plans["Scenario", "outage"].version_after) == ("1.0.0", "1.1.0")


def test_retiring_a_plan_weakens_and_a_new_approver_is_told_apart() -> None:
    assert only_change(scenario(), scenario(control={"status": "retired"})).effect is Effect.WEAKENED
    approver = only_change(scenario(), scenario(control={"approver": "clerk"}))
    assert told(approver) == ("changed", "outage", "approver", "neutral", "chief", "clerk")
    assert only_change(scenario(), scenario(control={"review_every": "1 year"})).effect is Effect.WEAKENED


def test_a_plan_that_comes_brings_its_steps_inside() -> None:
    came = changes(handbook(PEOPLE), handbook(PEOPLE, scenario(step("check"))))
    assert [(change.subject.kind, change.inside) for change in came] == [
        ("scenario", False),
        ("phase", True),
        ("step", True),
    ]


def test_a_sentence_of_a_list_that_was_edited_is_one_change() -> None:
    first, second = "Test the alarm every week.", "Test the alarm and the lamps every week."
    change = only_change(scenario(prevention=[first]), scenario(prevention=[second]))
    assert (change.kind, change.before, change.after) == (Kind.CHANGED, first, second)


def test_the_order_of_deputies_is_told_without_judgement() -> None:
    def company(*deputies: str) -> OrganizationPlan:
        return organization([role("chief"), role("clerk", deputies=list(deputies)), role("guard")])

    change = only_change(handbook(company("chief", "guard")), handbook(company("guard", "chief")))
    assert (change.kind, change.subject.field, change.effect) == (Kind.MOVED, "deputies", Effect.NEUTRAL)
    assert (change.before, change.after) == (("chief", "guard"), ("guard", "chief"))


def test_a_thing_that_moves_to_another_plan_is_told_in_both() -> None:
    roles = [role("chief"), role("clerk")]
    extra = OrganizationPlan.model_validate(head("more", roles=[role("clerk")]))
    none = OrganizationPlan.model_validate(head("more"))
    change = only_change(handbook(organization(roles), none), handbook(organization(roles[:1]), extra))
    assert told(change) == ("moved", "clerk", "", "neutral", "Title of organization", "Title of more")
    assert change.plans == (("OrganizationPlan", "more"), ("OrganizationPlan", "organization"))


def test_named_things_of_an_edition_have_one_entry_each() -> None:
    entries = inventory(handbook(PEOPLE, scenario(step("check")), exercises(exercise("drill"))))
    assert {("Step", "outage", "check"), ("exercise", "drill"), ("role", "clerk")} <= entries.keys()
    assert entries["Step", "outage", "check"].path == ("phases", 0, "steps", 0)


def test_words_of_a_statement_change_as_text() -> None:
    def saying(text: str) -> Plan:
        return scenario(statements=[{
            "id": "first", "title": "First", "statement": "holding", "audiences": [], "channels": [],
            "within": "1 h", "says": text,
        }])  # fmt: skip

    change = only_change(saying("We are sorry."), saying("We are very sorry."))
    assert (change.topic, change.effect, type(change.before)) == (Topic.STATEMENT, Effect.NEUTRAL, str)
