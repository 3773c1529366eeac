"""The search can be used with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visits

DIALOG = "[data-hb-search]"
QUERY = "[data-hb-query]"
RESULTS = "[data-hb-results] a"


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_opens_the_search_with_the_cursor_in_its_field(home: Page, keys: str) -> None:
    expect(home.locator(DIALOG)).to_be_hidden()
    home.keyboard.press(keys)
    expect(home.locator(QUERY)).to_be_focused()
    home.keyboard.type("fire")
    expect(home.locator(QUERY)).to_have_value("fire")


def test_a_slash_typed_into_another_field_stays_there(home: Page) -> None:
    field = home.locator("[data-hb-filter]")
    field.press_sequentially("a/b")
    expect(field).to_have_value("a/b")
    expect(home.locator(DIALOG)).to_be_hidden()


def test_arrows_move_through_the_results_and_enter_opens_the_one_with_focus(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.type("payment")
    expect(home.locator(RESULTS).first).to_be_visible()
    home.keyboard.press("ArrowDown")
    expect(home.locator(RESULTS).nth(0)).to_be_focused()
    home.keyboard.press("ArrowDown")
    expect(home.locator(RESULTS).nth(1)).to_be_focused()
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    expect(home.locator(QUERY)).to_be_focused()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    second: str = home.locator(RESULTS).nth(1).evaluate("link => link.href")
    home.keyboard.press("Enter")
    home.wait_for_url(second)


def test_arrows_stop_at_the_last_result(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.type("payment")
    expect(home.locator(RESULTS).first).to_be_visible()
    for _ in range(home.locator(RESULTS).count() + 3):
        home.keyboard.press("ArrowDown")
    expect(home.locator(RESULTS).last).to_be_focused()


def test_enter_in_the_field_opens_the_first_result(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.type("double charge")
    expect(home.locator(RESULTS).first).to_be_visible()
    home.keyboard.press("Enter")
    home.wait_for_url("**/scenarios/payment-anomaly.html")


def test_enter_without_a_result_stays_in_the_search(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.type("qqzzxxjj")
    expect(home.locator("[data-hb-status]")).not_to_be_empty()
    home.keyboard.press("Enter")
    expect(home.locator(DIALOG)).to_be_visible()


@pytest.mark.parametrize("words", ["", "payment"], ids=["empty", "with words"])
def test_escape_closes_the_search_at_once_and_focus_returns(home: Page, words: str) -> None:
    button = home.locator("[data-hb-search-open]")
    button.focus()
    home.keyboard.press("Enter")
    expect(home.locator(QUERY)).to_be_focused()
    home.keyboard.type(words)
    if words:
        expect(home.locator(RESULTS).first).to_be_visible()
    home.keyboard.press("Escape")
    expect(home.locator(DIALOG)).to_be_hidden()
    expect(button).to_be_focused()


def test_escape_closes_the_search_from_a_result(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.type("payment")
    expect(home.locator(RESULTS).first).to_be_visible()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Escape")
    expect(home.locator(DIALOG)).to_be_hidden()


def test_the_search_opens_again_after_it_was_closed(home: Page) -> None:
    home.keyboard.press("/")
    expect(home.locator(QUERY)).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.locator(DIALOG)).to_be_hidden()
    home.keyboard.press("/")
    expect(home.locator(QUERY)).to_be_focused()


def test_the_close_button_closes_and_a_press_beside_the_dialog_closes(home: Page) -> None:
    home.locator("[data-hb-search-open]").click()
    home.locator(f"{DIALOG} button[type=submit]").click()
    expect(home.locator(DIALOG)).to_be_hidden()
    home.locator("[data-hb-search-open]").click()
    home.mouse.click(5, 500)
    expect(home.locator(DIALOG)).to_be_hidden()


def test_tab_stays_inside_the_open_search(visits: Visits, home: Page) -> None:
    home.keyboard.press("/")
    for _ in range(4):
        home.keyboard.press("Tab")
        inside = home.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('[data-hb-search]')"
        )
        assert inside
