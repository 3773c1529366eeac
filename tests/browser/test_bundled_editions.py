"""The editions of the bundled handbook as its readers meet them: the selector, the note, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.conftest import visiting
from tests.browser.visits import Visits, overflow


@pytest.fixture
def visits(browser: Browser, bundled_editions: Path) -> Iterator[Visits]:
    with visiting(browser, bundled_editions / "public") as visits:
        yield visits


def test_an_old_plan_in_chinese_says_so_and_leads_to_the_same_plan_in_force(
    visits: Visits, screen: ViewportSize
) -> None:
    page = visits.open("2026.09/zh/scenarios/fire.html", screen)
    note = page.locator("[data-hb-edition]")
    expect(note).to_be_in_viewport()
    assert overflow(page) == 0
    note.get_by_role("link").click()
    page.wait_for_url("**/2026.11/zh/scenarios/fire.html")
    expect(page.locator("[data-hb-edition]")).to_be_hidden()


def test_the_selector_stays_on_the_page_of_changes_which_names_the_edition_before(visits: Visits) -> None:
    page = visits.open("2026.11/changes.html")
    expect(page.locator("article")).to_contain_text("compared with edition 2026.10")
    page.locator("[data-hb-editions] summary").click()
    page.locator("[data-hb-editions] a", has_text="2026.10").click()
    page.wait_for_url("**/2026.10/changes.html")
    expect(page.locator("article")).to_contain_text("compared with edition 2026.09")


def test_a_role_finds_what_is_new_for_it_from_its_own_page(visits: Visits, screen: ViewportSize) -> None:
    page = visits.open("2026.11/roles/shop-manager.html", screen)
    page.locator("a[href*='changes-by-role.html#role-shop-manager']").click()
    expect(page.locator("#role-shop-manager")).to_be_in_viewport()
    assert overflow(page) == 0


def test_the_plans_as_they_stand_are_never_taken_for_those_in_force(visits: Visits) -> None:
    page = visits.open("current/es/severity.html")
    expect(page.locator("[data-hb-edition]")).to_be_visible()
    expect(page.locator("[data-hb-editions] summary")).to_have_text("Borrador")
    page.locator("[data-hb-edition] a").click()
    page.wait_for_url("**/2026.11/es/severity.html")
