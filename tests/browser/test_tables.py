"""Tables sort by what their cells mean and can be filtered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.visits import PHONE, Visits

TOO_WIDE = (
    "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent.slice(0, 80))"
)
NUMBERS = "cells => cells.map((cell) => cell.dataset.sort ?? cell.textContent.trim())"


def table_of(page: Page, row: str) -> Locator:
    return page.locator("table[data-hb-sort]", has=page.locator(row)).first


def column(table: Locator, number: int) -> list[str]:
    """What the cells of a column (counted from 1) are sorted by, from top to bottom."""
    values: list[str] = table.locator(f"tbody tr > :nth-child({number})").evaluate_all(NUMBERS)
    return values


def press(table: Locator, number: int) -> Locator:
    head = table.locator(f"thead th:nth-child({number})")
    head.locator("button").click()
    return head


def assert_sorted(values: list[str], *, down: bool) -> None:
    blank = [value in ("", "None") for value in values]
    assert blank == sorted(blank), f"blanks are not last: {values}"
    numbers = [float(value) for value in values if value not in ("", "None")]
    assert len(set(numbers)) > 2, "nothing to sort"
    assert numbers == sorted(numbers, reverse=down)


@pytest.mark.parametrize("number", [3, 4, 5], ids=["RTO", "RPO", "MTD"])
def test_times_sort_by_their_length_and_blanks_stay_last(visits: Visits, number: int) -> None:
    table = table_of(visits.open("technical.html"), "tr[id^='system-']")
    head = press(table, number)
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert_sorted(column(table, number), down=False)
    press(table, number)
    expect(head).to_have_attribute("aria-sort", "descending")
    assert_sorted(column(table, number), down=True)


def test_the_number_of_steps_sorts_as_a_number(visits: Visits) -> None:
    table = visits.open("matrix.html").locator("table.hb-matrix")
    press(table, 3)
    assert_sorted(column(table, 3), down=False)
    press(table, 3)
    assert_sorted(column(table, 3), down=True)


def test_the_tightest_limit_of_roles_without_a_step_is_last_both_ways(visits: Visits) -> None:
    table = visits.open("matrix.html").locator("table.hb-matrix")
    texts = "cells => cells.map((cell) => cell.textContent.trim())"
    for _ in range(2):
        press(table, 4)
        empty = [text == "—" for text in table.locator("tbody tr > :nth-child(4)").evaluate_all(texts)]
        assert empty == sorted(empty)


def test_emergencies_of_the_matrix_sort_with_roles_that_act_most_on_top(visits: Visits) -> None:
    table = visits.open("matrix.html").locator("table.hb-matrix")
    press(table, 5)
    press(table, 5)
    values = [float(value) for value in column(table, 5) if value]
    assert values == sorted(values, reverse=True)
    assert values[0] > 0


def test_words_sort_in_the_order_of_the_language(visits: Visits) -> None:
    page = visits.open("technical.html")
    table = table_of(page, "tr[id^='system-']")
    press(table, 1)
    values = column(table, 1)
    in_order = page.evaluate("values => [...values].sort((a, b) => a.localeCompare(b, 'en', {numeric: true}))", values)
    assert values == in_order
    assert len(values) > 5


def test_only_one_column_says_that_it_is_sorted(visits: Visits) -> None:
    table = table_of(visits.open("technical.html"), "tr[id^='system-']")
    press(table, 3)
    press(table, 4)
    expect(table.locator("thead th[aria-sort]")).to_have_count(1)
    expect(table.locator("thead th:nth-child(4)")).to_have_attribute("aria-sort", "ascending")


def test_sorting_loses_no_row_and_works_with_the_keyboard(visits: Visits) -> None:
    page = visits.open("roles/duty-manager.html")
    table = page.locator("table.hb-duties")
    before = sorted(table.locator("tbody tr").all_inner_texts())
    table.locator("thead th:nth-child(2) button").focus()
    page.keyboard.press("Enter")
    expect(table.locator("thead th:nth-child(2)")).to_have_attribute("aria-sort", "ascending")
    assert sorted(table.locator("tbody tr").all_inner_texts()) == before
    assert len(before) > 8


def test_duties_come_in_order_of_time_and_return_to_it(visits: Visits) -> None:
    table = visits.open("roles/duty-manager.html").locator("table.hb-duties")
    first = column(table, 1)
    assert_sorted(first, down=False)
    press(table, 2)
    press(table, 1)
    assert column(table, 1) == first


@pytest.mark.parametrize(
    ("path", "words", "kept"),
    [
        ("contacts.html", "payment provider", "payment provider"),
        ("contacts.html", "PAYMENT  Provider", "payment provider"),
        ("zh/contacts.html", "支付机构", "支付机构"),
        ("roles/duty-manager.html", "payment anomaly", "payment anomaly"),
    ],
)
def test_the_filter_keeps_only_the_rows_with_all_words(visits: Visits, path: str, words: str, kept: str) -> None:
    page = visits.open(path)
    rows = page.locator("table[data-hb-filterable]").first.locator("tbody tr")
    total = rows.count()
    field = page.locator(".hb-table-filter").first
    field.fill(words)
    left = [row.lower() for row in rows.filter(visible=True).all_inner_texts()]
    assert 0 < len(left) < total
    assert all(word in row for row in left for word in kept.split())
    field.fill("qqzzxxjj")
    expect(rows.filter(visible=True)).to_have_count(0)
    field.fill("")
    expect(rows.filter(visible=True)).to_have_count(total)


def test_a_short_table_has_no_filter_and_every_filter_has_a_name(visits: Visits) -> None:
    page = visits.open("contacts.html")
    long = [
        table for table in page.locator("table[data-hb-filterable]").all() if table.locator("tbody tr").count() >= 8
    ]
    fields = page.locator(".hb-table-filter")
    assert long
    expect(fields).to_have_count(len(long))
    for field in fields.all():
        assert field.get_attribute("aria-label")


def test_every_sort_button_has_a_name(visits: Visits) -> None:
    page = visits.open("matrix.html")
    names = page.locator("thead th button").evaluate_all(
        "all => all.map((one) => one.getAttribute('aria-label') || one.textContent.trim())"
    )
    assert len(names) > 40
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "path", ["plans.html", "revisions.html", "exercises.html", "zh/plans.html", "es/revisions.html"]
)
def test_what_an_auditor_reads_is_whole_on_every_screen(visits: Visits, screen: ViewportSize, path: str) -> None:
    page = visits.open(path, screen)
    boxes = page.locator("article .hb-scroll:has(> .hb-stacked), article .hb-history")
    assert boxes.count() > 0
    assert boxes.evaluate_all(TOO_WIDE) == []


def test_on_a_phone_each_fact_of_a_plan_has_the_head_of_its_column_before_it(visits: Visits) -> None:
    page = visits.open("plans.html", PHONE)
    expect(page.locator(".hb-register thead")).to_be_hidden()
    row = page.locator(".hb-register tbody tr").first
    labels = row.locator("td[data-label]").evaluate_all("all => all.map((one) => one.dataset.label)")
    assert labels == ["Version", "Status", "Approval", "Review due", "Owner"]
    shown = "all => all.map((one) => getComputedStyle(one, '::before').content)"
    assert row.locator("td[data-label]").evaluate_all(shown) == [f'"{label}"' for label in labels]
