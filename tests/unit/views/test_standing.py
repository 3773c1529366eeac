"""How a plan stands to its approval, as the register tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.analysis.approvals import Approval, ApprovalState, approvals, record_of
from generator.analysis.facts import Facts
from generator.model.control import Plan
from generator.model.handbook import Handbook
from generator.views.sitemap import Location, Sitemap
from generator.views.standing import STATE_NAMES, Standing, standing
from tests.unit.analysis.sample_plans import (
    AS_OF,
    assigned,
    handbook,
    organization,
    person,
    phone,
    role,
    scenario,
    step,
)

PEOPLE = [person("ann", phone("+1 555 0100")), person("bob")]
COMPANY = organization([role("guard")], PEOPLE, assigned("guard", "bob"))
STEPS = (step("a", responsible="guard"), step("b"))


def plan(*steps: dict[str, Any], **control: Any) -> Plan:
    return scenario(*(steps or STEPS), control={"owner": "guard", **control})


def of(book: Handbook, name: str) -> Approval:
    return next(approval for approval in approvals(book) if approval.plan.id == name)


def stands(
    now: Plan,
    company: Plan = COMPANY,
    name: str = "outage",
    translations: dict[str, dict[str, str]] | None = None,
    **settings: Any,
) -> Standing:
    """A plan of now against the record of what it was; the Spanish of that day had the print `e...`."""
    before = handbook(COMPANY, plan())
    record = record_of(of(before, name), "chief", None, {"es": "e" * 64}, AS_OF)
    book = replace(handbook(company, now, **settings), approvals=(record,))
    facts = Facts(book, AS_OF, translations or {})
    return standing(of(book, name), facts, Sitemap.of(book))


def told(found: Standing) -> list[tuple[str, str, Location | None]]:
    return [(part.address, part.told, part.location) for part in found.changes]


def test_every_state_of_an_approval_has_a_name() -> None:
    assert set(STATE_NAMES) == set(ApprovalState)
    assert len(set(STATE_NAMES.values())) == len(ApprovalState)


def test_an_approval_is_told_as_the_record_has_it_and_not_as_the_plan_says() -> None:
    found = stands(plan(approved_on="2026-01-15"))
    assert found.record is not None
    assert (found.name, found.by, found.record.on) == ("approved as it stands", "chief", date(2026, 1, 31))
    assert (found.changed, found.unproven, found.changes) == (False, False, ())


def test_a_change_is_told_with_the_place_where_it_stands_now() -> None:
    found = stands(plan(step("a", likely="6 min", responsible="guard"), step("c")))
    page = "scenarios/outage.html"
    assert found.changed
    assert told(found) == [
        ("detect/a", "changed", Location(page, "step-a")),
        ("detect/c", "added", Location(page, "step-c")),
        ("detect/b", "removed", None),
    ]


def test_another_order_is_told_as_that() -> None:
    assert told(stands(plan(STEPS[1], STEPS[0]))) == [
        ("detect/steps", "order changed", Location("scenarios/outage.html"))
    ]


def test_a_change_of_what_the_plan_names_leads_to_the_thing_itself() -> None:
    company = organization([role("guard", mission="Sleeps.")], PEOPLE, assigned("guard", "bob"))
    assert told(stands(plan(), company)) == [("role/guard", "changed", Location("roles/guard.html"))]


def test_the_first_changes_and_the_further_ones_are_all_changes() -> None:
    found = stands(plan(*STEPS, *(step(f"new-{number}") for number in range(6))))
    assert (*found.first_changes, *found.further_changes) == found.changes
    assert len(found.changes) == 6
    assert len(found.further_changes) == 2


@pytest.mark.parametrize(("control", "name"), [
    ({"version": "1.1.0"}, "this version not recorded"), ({"status": "draft"}, "draft"),
])  # fmt: skip
def test_a_version_that_nobody_approved_does_not_borrow_the_approval_of_another(
    control: dict[str, str], name: str
) -> None:
    found = stands(plan(**control))
    assert (found.name, found.changed) == (name, False)
    assert found.unproven is (control.get("status") != "draft")


def test_a_role_that_is_gone_is_no_link() -> None:
    before = of(handbook(COMPANY, plan()), "outage")
    record = record_of(before, "chief", None, {}, AS_OF).model_copy(update={"by": "old-chief"})
    book = replace(handbook(COMPANY, plan()), approvals=(record,))
    assert standing(of(book, "outage"), Facts(book, AS_OF), Sitemap.of(book)).by is None


@pytest.mark.parametrize(("now", "stale"), [
    ({"es": "e" * 64}, ()), ({"es": "f" * 64}, ("es",)), ({"es": "e" * 64, "zh": "1" * 64}, ("zh",)), ({}, ("es",)),
])  # fmt: skip
def test_translations_are_stale_where_readers_see_other_sentences_than_were_approved(
    now: dict[str, str], stale: tuple[str, ...]
) -> None:
    assert stands(plan(), translations={"outage": now}).translations == stale


def test_where_nobody_looked_at_the_translations_none_is_called_stale() -> None:
    assert stands(plan()).translations == ()


def test_the_short_fingerprint_is_the_beginning_of_the_whole_one() -> None:
    found = stands(plan())
    assert found.record is not None
    assert found.fingerprint == found.record.fingerprint
    assert found.fingerprint.startswith(found.short_print)
    assert len(found.short_print) == 12


def test_where_people_are_not_shown_no_change_names_one() -> None:
    """Neither somebody who is there, nor somebody who is gone, nor among what the plan names outside."""
    renumbered = person("ann", phone("+1 555 0199"))
    for people in ([renumbered, PEOPLE[1]], [PEOPLE[1]], [*PEOPLE, person("cid")]):
        company = organization([role("guard")], people, assigned("guard", "bob"))
        open_, closed = (stands(plan(), company, "organization", show_contacts=shown) for shown in (True, False))
        assert closed.changed
        assert closed.hidden > 0
        assert not {"ann", "bob", "cid"} & {part.address for part in closed.changes}
        assert {"ann", "cid"} & {part.address for part in open_.changes}
        assert open_.hidden == 0
