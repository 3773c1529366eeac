"""Whom to call for a role, and on which number."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.analysis.calls import best_phone, call_order, first_holder, holders, shared_person
from generator.model.handbook import Handbook
from generator.model.organization import Person, PersonStatus
from tests.unit.analysis.sample_plans import Fields, assigned, handbook, organization, person, phone, role


def company(assignments: Iterable[Fields], *people: Fields, deputies: tuple[str, ...] = ("guard", "cook")) -> Handbook:
    roles = [role("chief", deputies=list(deputies)), role("guard"), role("cook")]
    return handbook(organization(roles, people, assignments))


def called(book: Handbook, most: int = 3) -> list[tuple[str, str]]:
    return [(call.role.id, call.person.id) for call in call_order(book, "chief", most)]


def people(*names: str) -> list[Fields]:
    return [person(name) for name in names]


def test_the_first_holder_comes_first_then_each_deputy_then_the_other_holders() -> None:
    book = company(
        [*assigned("cook", "eve"), *assigned("guard", "cid", "dan"), *assigned("chief", "ann", "bob")],
        *people("ann", "bob", "cid", "dan", "eve"),
    )
    assert called(book, most=9) == [("chief", "ann"), ("guard", "cid"), ("cook", "eve"), ("chief", "bob")]


def test_no_more_people_are_named_than_asked_for() -> None:
    book = company([*assigned("chief", "ann", "bob"), *assigned("guard", "cid")], *people("ann", "bob", "cid"))
    assert called(book, most=1) == [("chief", "ann")]
    assert called(book, most=2) == [("chief", "ann"), ("guard", "cid")]


def test_nobody_is_called_twice() -> None:
    book = company(
        [*assigned("chief", "ann", "bob"), *assigned("guard", "ann"), *assigned("cook", "bob")], *people("ann", "bob")
    )
    assert called(book) == [("chief", "ann"), ("cook", "bob")]


@pytest.mark.parametrize("status", ["on-leave", "left"])
def test_who_is_away_is_not_called_and_the_next_holder_takes_the_place(status: str) -> None:
    book = company(
        [*assigned("chief", "ann", "bob"), *assigned("guard", "cid", "dan")],
        person("ann", status=status),
        person("cid", status=status),
        *people("bob", "dan"),
    )
    assert called(book) == [("chief", "bob"), ("guard", "dan")]
    assert [call.person.id for call in holders(book, "chief")] == ["bob"]


def test_the_first_holder_is_the_first_who_is_there_with_the_assignment_that_says_so() -> None:
    book = company(assigned("chief", "ann", "bob", "cid"), person("ann", status="left"), *people("bob", "cid"))
    first = first_holder(book, "chief")
    assert first is not None
    assert first.assignment is book.assignments["chief"][1]
    assert first.person is book.people["bob"]


def test_a_role_whose_people_are_all_away_has_no_first_holder() -> None:
    book = company(assigned("chief", "ann"), person("ann", status="on-leave"))
    assert first_holder(book, "chief") is None
    assert first_holder(book, "cook") is None


def test_a_role_that_nobody_fills_is_answered_by_its_deputies() -> None:
    assert called(company(assigned("cook", "eve"), *people("eve"))) == [("cook", "eve")]


def test_a_role_without_people_and_deputies_has_nobody_to_call() -> None:
    assert called(company([], deputies=())) == []


def test_the_number_that_answers_at_any_hour_is_preferred() -> None:
    found = Person.model_validate(
        person(
            "ann",
            phone("office", contact="phone"),
            phone("mail", contact="email", after_hours=True),
            phone("night", after_hours=True),
        )
    )
    way = best_phone(found)
    assert way is not None
    assert way.value == "night"


def test_without_a_night_number_the_first_phone_is_taken() -> None:
    found = Person.model_validate(person("ann", phone("mail", contact="email"), phone("desk", contact="phone")))
    way = best_phone(found)
    assert way is not None
    assert way.value == "desk"


def test_a_person_without_a_phone_is_called_without_a_number() -> None:
    book = company(assigned("chief", "ann"), person("ann", phone("a@b.example", contact="email")))
    assert [call.phone for call in call_order(book, "chief")] == [None]


def test_bundled_call_orders_name_different_people_who_are_there(bundled_handbook: Handbook) -> None:
    for name in bundled_handbook.roles:
        calls = call_order(bundled_handbook, name)
        assert calls, f"nobody answers for {name}"
        assert len({call.person.id for call in calls}) == len(calls) <= 3
        assert {call.person.status for call in calls} == {PersonStatus.ACTIVE}


def test_a_person_is_shared_who_is_called_first_for_both_roles() -> None:
    book = company(
        [*assigned("chief", "ann", "bob"), *assigned("guard", "ann"), *assigned("cook", "bob", "ann")],
        *people("ann", "bob"),
    )
    shared = shared_person(book, "chief", "guard")
    assert shared is not None
    assert shared.id == "ann"
    assert shared_person(book, "chief", "cook") is None


def test_nobody_is_shared_where_a_role_is_empty() -> None:
    book = company(assigned("chief", "ann"), *people("ann"))
    assert shared_person(book, "chief", "guard") is None
    assert shared_person(book, "guard", "cook") is None
