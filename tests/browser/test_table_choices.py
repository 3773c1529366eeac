"""Tables can be narrowed to what a column says, with the keyboard alone; without JavaScript every row is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import PHONE, Visits, overflow

PAGES = ["plans.html", "reviews.html", "zh/plans.html", "es/reviews.html"]


def rows_of(page: Page) -> Locator:
    return page.locator("table[data-hb-all] tbody tr:not([data-hb-head])")


@pytest.mark.parametrize("path", PAGES)
def test_a_choice_keeps_the_rows_that_say_so_and_can_be_taken_back(visits: Visits, path: str) -> None:
    page = visits.open(path)
    rows = rows_of(page)
    total = rows.count()
    choices = page.locator(".hb-table-choice select")
    assert choices.count() > 0
    for choice in choices.all():
        options = choice.locator("option").all_inner_texts()
        assert len(options) > 2
        choice.select_option(options[1])
        left = rows.filter(visible=True)
        assert 0 < left.count() < total
        assert all(options[1] in " ".join(text.split()) for text in left.all_inner_texts())
        expect(page.locator(".hb-table-count")).to_have_text(f"{left.count()} / {total}")
        choice.select_option(index=0)
        expect(left).to_have_count(total)
        expect(page.locator(".hb-table-count")).to_have_text("")


def test_choices_work_with_the_keyboard_and_have_names(visits: Visits) -> None:
    page = visits.open("reviews.html")
    rows = rows_of(page)
    total = rows.count()
    page.locator(".hb-table-filter").focus()
    page.keyboard.press("Tab")
    kind = page.get_by_label("Kind")
    expect(kind).to_be_focused()
    page.keyboard.type("Restore")
    expect(kind).to_have_value("Restore test")
    kinds = rows.filter(visible=True).locator("td:nth-child(3)").all_inner_texts()
    assert set(kinds) == {"Restore test"}
    assert len(kinds) < total
    page.keyboard.press("Tab")
    expect(page.get_by_label("Who")).to_be_focused()


def test_choices_and_words_narrow_together(visits: Visits) -> None:
    page = visits.open("reviews.html")
    page.get_by_label("Kind").select_option("Exercise")
    page.locator(".hb-table-filter").fill("call tree")
    left = rows_of(page).filter(visible=True).all_inner_texts()
    assert left
    assert all("Call tree" in text and "Exercise" in text for text in left)


def test_a_month_in_which_nothing_is_left_is_not_shown(visits: Visits) -> None:
    page = visits.open("reviews.html")
    heads = page.locator("tr[data-hb-head]")
    before = heads.filter(visible=True).count()
    page.get_by_label("Kind").select_option("Waiver expires")
    after = heads.filter(visible=True)
    assert 0 < after.count() < before
    groups = page.locator("table[data-hb-all] tbody", has=page.locator("tr:not([data-hb-head]):visible"))
    expect(after).to_have_count(groups.count())


@pytest.mark.parametrize("path", ["plans.html", "reviews.html"])
def test_without_javascript_every_row_is_there_and_no_choice(visits: Visits, path: str) -> None:
    page = visits.open(path, java_script_enabled=False)
    rows = page.locator("table.hb-table tbody tr")
    assert rows.count() > 8
    expect(rows.filter(visible=True)).to_have_count(rows.count())
    expect(page.locator(".hb-table-choice")).to_have_count(0)


def test_the_whole_fingerprint_opens_with_the_keyboard(visits: Visits) -> None:
    page = visits.open("plans.html")
    one = page.locator("details.hb-print").first
    whole = one.locator("> code")
    expect(whole).to_be_hidden()
    one.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(whole).to_be_visible()
    text = whole.inner_text()
    assert len(text) == 64
    assert text.startswith(one.locator("summary").inner_text())


@pytest.mark.parametrize("path", ["plans.html", "reviews.html", "exercises.html", "es/plans.html", "zh/reviews.html"])
def test_on_a_phone_nothing_falls_over_the_edge(visits: Visits, path: str) -> None:
    assert overflow(visits.open(path, PHONE)) <= 0
