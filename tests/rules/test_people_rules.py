"""What the rules about people find beyond their examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.analysis.facts import Facts
from generator.model.control import Plan
from generator.model.organization import OrganizationPlan
from generator.model.scenario import Step
from generator.rule import Problem
from generator.rules.people import (
    contact_malformed,
    cover_gap,
    holder_unavailable,
    requester_approves_step,
    role_unfilled,
    two_roles_at_once,
)
from tests.unit.analysis.sample_plans import (
    AS_OF,
    Fields,
    assigned,
    communication,
    handbook,
    organization,
    person,
    phone,
    role,
    scenario,
    step,
)

Check = Callable[[Facts], Iterator[Problem]]


def found(check: Check, *plans: Plan) -> list[Problem]:
    return list(check(Facts(handbook(*plans), AS_OF)))


def faults_of_contact(kind: str, value: str) -> list[Problem]:
    return found(contact_malformed.check, organization(people=[person("ann", phone(value, contact=kind))]))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("phone", "119"), ("phone", "12315"), ("phone", "+86 571 5550 0101"), ("phone", "+86 571-5550-0101 ext. 12"),
        ("phone", "+33 (0)1 55 50 12 40"), ("phone", "(0571) 5550 0101"), ("phone", "+49 30 901820"),
        ("phone", "400 123 4567"), ("phone", "+86 571 8888 8888"), ("mobile", "+86 5550 012 2137"),
        ("mobile", "+34 555 033 581"), ("mobile", "13905550001"), ("email", "a.b+c@mail.songlan.example"),
        ("email", "值班@公司.中国"), ("portal", "Electronic office of the authority"),
        ("portal", "seller.marketplace.example"), ("portal", "https://report.authority.example/form?id=1"),
        ("chat", "todo.ming"), ("radio", "Channel 3"), ("address", "Filing hall, 2 Fayuan Lane"),
    ],
)  # fmt: skip
def test_a_contact_that_may_be_right_is_left_alone(kind: str, value: str) -> None:
    assert [problem.message for problem in faults_of_contact(kind, value)] == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("phone", "12"), ("phone", "+86 571"), ("phone", "138xxxx"), ("mobile", "+86 138 xxxx xxxx"),
        ("mobile", "138****1234"), ("mobile", "138..."), ("mobile", "+86 5550 012 213"),
        ("mobile", "+86 5550 012 21377"), ("phone", "+86 0571 5550 0101"), ("mobile", "+34 555 033 58"),
        ("mobile", "13800000000"), ("phone", "+86 12345678901"), ("phone", "see list"),
        ("phone", "ann@songlan.example"),
        ("fax", "n/a"), ("phone", "-"), ("phone", "1234567890123456"), ("email", "ann"), ("email", "ann@mail"),
        ("email", "ann@@songlan.example"), ("email", "ann@songlan..example"), ("email", "a b@songlan.example"),
        ("email", "ann@example.com"), ("email", "ann@mail.test"), ("email", "someone(at)mail"),
        ("portal", "htp:/report.example"), ("portal", "https://www.example.org"), ("chat", "TODO"), ("radio", "tbd"),
        ("address", "待定"),
    ],
)  # fmt: skip
def test_a_contact_that_cannot_be_right_is_found(kind: str, value: str) -> None:
    assert len(faults_of_contact(kind, value)) == 1


def shift(name: str, starts: str, ends: str, *people: str, **more: Any) -> Fields:
    return {"id": name, "title": name, "role": "chief", "starts": starts, "ends": ends, "people": people, **more}


def on_duty(*shifts: Fields) -> OrganizationPlan:
    away = person("bob", status="left")
    return organization([role("chief", around_the_clock=True)], [person("ann"), away], [], shifts=list(shifts))


def test_a_gap_of_every_day_is_told_once_at_the_end_of_the_shift_before_it() -> None:
    early = shift("early", "00:00", "11:30", "ann")
    plan = on_duty(early, shift("late", "12:00", "24:00", "ann"))
    (gap,) = found(cover_gap.check, plan)
    assert "every day from 11:30 to 12:00 (3.5 of 168 h open)" in gap.message
    assert (gap.place.element, gap.place.path) == (plan.shifts[0], ("ends",))
    assert [related.place.element for related in gap.related] == [plan.shifts[1]]


def test_a_gap_because_nobody_is_there_is_told_at_the_people_of_the_shift() -> None:
    plan = on_duty(shift("early", "00:00", "12:00", "bob"), shift("late", "12:00", "24:00", "ann"))
    (gap,) = found(cover_gap.check, plan)
    assert (gap.place.element, gap.place.path) == (plan.shifts[0], ("people",))


def test_shifts_over_midnight_leave_no_gap() -> None:
    assert not found(
        cover_gap.check, on_duty(shift("day", "08:00", "20:00", "ann"), shift("n", "20:00", "08:00", "ann"))
    )


def test_a_role_without_any_shift_is_told_at_the_role() -> None:
    plan = on_duty()
    (gap,) = found(cover_gap.check, plan)
    assert gap.place.element is plan.roles[0]


def test_a_role_whose_only_person_has_left_is_unfilled_and_told_by_one_rule_only() -> None:
    plan = organization(people=[person("bob", status="left")], assignments=assigned("chief", "bob"))
    (problem,) = found(role_unfilled.check, plan)
    assert problem.place.element is plan.assignments[0]
    assert not found(holder_unavailable.check, plan)


def spoken_for(speaker: str) -> list[Problem]:
    roles, people = [role("chief"), role("cook"), role("guard")], [person("ann"), person("bob")]
    company = organization(
        roles, people, [*assigned("chief", "ann"), *assigned("cook", "ann"), *assigned("guard", "bob")]
    )
    words = communication().model_copy(update={"spokesperson": speaker})
    return found(two_roles_at_once.check, company, words, scenario(step("check")), scenario(step("x"), name="flood"))


@pytest.mark.parametrize("speaker", ["chief", "cook"])
def test_a_commander_who_is_also_the_spokesperson_is_told_once_for_all_scenarios(speaker: str) -> None:
    assert len(spoken_for(speaker)) == 1


def test_a_spokesperson_who_is_another_person_is_right() -> None:
    assert spoken_for("guard") == []


def approvals(*steps: Fields) -> list[str]:
    company = organization([role("chief"), role("cook"), role("guard")])
    problems = found(requester_approves_step.check, company, scenario(*steps))
    return [problem.place.element.id for problem in problems if isinstance(problem.place.element, Step)]


def test_the_approval_of_an_own_draft_is_found_over_steps_between() -> None:
    assert approvals(
        step("draft", act="draft", responsible="cook"),
        step("count", after=["draft"]),
        step("approve", act="approve", responsible="cook", after=["count"]),
    ) == ["approve"]


def test_the_approval_of_a_later_draft_by_the_author_of_an_earlier_one_is_right() -> None:
    assert not approvals(
        step("first", act="draft", responsible="cook"),
        step("check", act="approve-legal", responsible="guard", after=["first"]),
        step("second", act="draft", responsible="guard", after=["check"]),
        step("approve", act="approve", responsible="cook", after=["second"]),
    )


def test_an_approval_that_waits_for_no_request_is_compared_with_all() -> None:
    assert approvals(
        step("ask", act="request-remedy", responsible="cook"), step("grant", act="approve-remedy", responsible="cook")
    ) == ["grant"]
