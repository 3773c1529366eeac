"""Which scenarios, roles, cards and pages a change concerns."""

from __future__ import annotations

import pytest

from generator.impact.impact import Impact
from generator.impact.reach import Reason
from generator.model.handbook import Handbook
from generator.views.sitemap import Sitemap, page_of
from tests.unit.impact.bookshop import COMPANY, EDITS, FIRE, PUBLISHES, WORDS, book, impact, impact_of_edit, renamed


def pages(found: Impact) -> dict[str, Reason]:
    return {page.path: page.reason for page in found.reach.pages}


def scenarios(found: Impact) -> dict[str, Reason]:
    return {scenario.id: scenario.reason for scenario in found.reach.scenarios}


def all_pages(handbook: Handbook) -> set[str]:
    return {location.page for location in Sitemap.of(handbook).locations.values()} | set(map(page_of, handbook.parts))


@pytest.mark.parametrize("name", EDITS)
def test_the_page_of_each_plan_that_changed_is_certain(name: str) -> None:
    found, after = impact_of_edit(name), book(EDITS[name])
    assert found.comparison is not None
    changed = {key for change in found.comparison.changes for key in change.plans}
    assert changed
    parts = [part for part in after.parts if (type(part).__name__, getattr(part, "id", "")) in changed]
    assert len(parts) == len(changed)
    reason = Reason.VERSION if name == "another version" else Reason.CHANGED
    assert {pages(found)[page_of(part)] for part in parts} == {reason}
    assert reason.certain


@pytest.mark.parametrize("name", EDITS)
def test_only_pages_that_there_are_are_told_and_each_once(name: str) -> None:
    found = impact_of_edit(name).reach.pages
    assert {page.path for page in found} <= all_pages(book(EDITS[name]))
    assert len({page.path for page in found}) == len(found)


def test_a_statement_concerns_the_scenario_that_publishes_it() -> None:
    found = impact([(WORDS, "We are sorry.", "We regret it.")], first=[PUBLISHES])
    assert scenarios(found) == {"data-leak": Reason.NAMES}
    assert found.reach.scenarios[0].because == ("statement/first-words",)
    assert pages(found)["scenarios/data-leak.html"] is Reason.NAMES
    assert scenarios(impact([(WORDS, "We are sorry.", "We regret it.")])) == {}


def test_a_scenario_that_changed_itself_is_told_once() -> None:
    edits = [EDITS["another statement"], EDITS["a longer limit"]]
    found = impact(edits, first=[PUBLISHES])
    assert scenarios(found) == {"data-leak": Reason.CHANGED}
    assert found.reach.scenarios[0].because == ("statement/first-words",)


def test_a_role_concerns_its_page_and_what_names_it() -> None:
    found = impact_of_edit("another role")
    assert pages(found)["roles/admin.html"] is Reason.CHANGED
    assert scenarios(found)["fire"] is Reason.NAMES
    assert pages(found)["scenarios/fire.html"] is Reason.NAMES


def test_a_role_with_a_part_before_or_after_is_concerned() -> None:
    found = impact([(FIRE, "act: call-rescue, responsible: writer,", "act: call-rescue, responsible: lawyer,")])
    told = {role.changes.role: role.changes for role in found.reach.roles}
    assert {"writer", "lawyer", "shop-lead"} <= told.keys()
    assert told["lawyer"].gained
    assert told["writer"].lost
    assert {card.role for card in found.reach.cards} == {"writer", "lawyer"}
    certain = {page for page, reason in pages(found).items() if reason.certain}
    assert certain == {"scenarios/fire.html", "roles/writer.html", "roles/lawyer.html"}


def test_a_card_is_printed_again_only_if_it_shows_something_else() -> None:
    assert not impact_of_edit("another system").reach.cards
    assert {card.role for card in impact_of_edit("another instruction").reach.cards} == {"writer", "shop-lead"}
    titled = impact_of_edit("another title").reach.cards
    assert {"writer", "engineer"} <= {card.role for card in titled}


def test_another_version_concerns_no_role() -> None:
    found = impact_of_edit("another version")
    assert (found.reach.roles, found.reach.cards) == ((), ())
    assert scenarios(found) == {"fire": Reason.VERSION}
    assert pages(found) == {"scenarios/fire.html": Reason.VERSION}
    assert Reason.VERSION.certain


def test_what_every_page_shows_is_told_as_such() -> None:
    found = impact_of_edit("another company").reach
    assert found.everywhere
    assert {card.role for card in found.cards} == set(book().roles)
    assert not any(impact_of_edit(name).reach.everywhere for name in EDITS if name != "another company")


def test_a_phone_number_concerns_contacts_and_the_cards_that_show_it() -> None:
    found = impact([(COMPANY, "+86 571 5550 1001", "+86 571 5550 9001")])
    assert pages(found)["contacts.html"] is Reason.CHANGED
    assert 0 < len(found.reach.cards) < len(book().roles)


def test_a_scenario_and_a_role_that_went_are_told_with_their_pages() -> None:
    found = impact([*renamed("data-leak", "leaked-data"), *renamed("lawyer", "counsel")])
    assert scenarios(found)["data-leak"] is Reason.GONE
    assert scenarios(found)["leaked-data"] is Reason.CHANGED
    assert {card.role: card.gone for card in found.reach.cards}.items() >= {("lawyer", True), ("counsel", False)}
    assert {page for page, reason in pages(found).items() if reason is Reason.GONE} == {
        "scenarios/data-leak.html",
        "roles/lawyer.html",
    }
