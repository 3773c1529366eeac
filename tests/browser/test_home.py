"""From the home page to the first step: by the filter or with two clicks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import Visits


def shown(page: Page) -> list[str]:
    """Ids of the scenarios whose tiles are to be seen."""
    links = page.locator("[data-hb-tile] a").filter(visible=True)
    return [
        address.split("/")[-1].removesuffix(".html") for address in links.evaluate_all("all => all.map((a) => a.href)")
    ]


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        ("index.html", "payment anomaly", "payment-anomaly"),
        ("index.html", "CANNOT PAY", "payment-anomaly"),
        ("index.html", "paid but not shipped", "payment-anomaly"),
        ("index.html", "success rate", "payment-anomaly"),
        ("zh/index.html", "支付异常", "payment-anomaly"),
        ("zh/index.html", "付不了款", "payment-anomaly"),
        ("zh/index.html", "断电", "power-failure"),
        ("zh/index.html", "爆仓", "warehouse-overload"),
    ],
)
def test_the_filter_narrows_the_tiles_by_title_synonym_and_signal(
    visits: Visits, path: str, words: str, expected: str
) -> None:
    page = visits.open(path)
    everything = len(shown(page))
    page.locator("[data-hb-filter]").fill(words)
    left = shown(page)
    assert expected in left
    assert len(left) < everything / 4
    page.locator("[data-hb-filter]").fill("")
    assert len(shown(page)) == everything


def test_a_group_without_tiles_left_disappears(home: Page) -> None:
    home.locator("[data-hb-filter]").fill("double charge")
    groups = home.locator("[data-hb-group]")
    assert groups.count() > 4
    expect(groups.filter(visible=True)).to_have_count(1)
    assert shown(home) == ["payment-anomaly"]


def test_enter_opens_the_first_tile_left(home: Page) -> None:
    field = home.locator("[data-hb-filter]")
    field.fill("double charge")
    field.press("Enter")
    home.wait_for_url("**/scenarios/payment-anomaly.html")


def test_enter_in_the_chinese_filter_opens_the_first_tile_left(visits: Visits) -> None:
    page = visits.open("zh/index.html")
    page.locator("[data-hb-filter]").fill("支付异常")
    page.locator("[data-hb-filter]").press("Enter")
    page.wait_for_url("**/zh/scenarios/payment-anomaly.html")


def test_enter_in_the_empty_filter_stays_on_the_home_page(home: Page) -> None:
    before = home.url
    home.locator("[data-hb-filter]").press("Enter")
    expect(home.locator("[data-hb-filter]")).to_be_focused()
    assert home.url == before


def test_words_that_fit_nothing_are_answered_with_what_to_do(home: Page) -> None:
    expect(home.locator("[data-hb-nothing]")).to_be_hidden()
    home.locator("[data-hb-filter]").fill("qqzzxxjj")
    expect(home.locator("[data-hb-nothing]")).to_be_visible()
    assert shown(home) == []


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_two_clicks_lead_from_the_home_page_to_the_first_step(
    visits: Visits, screen: ViewportSize, prefix: str
) -> None:
    page = visits.open(f"{prefix}index.html", screen)
    page.locator("[data-hb-tile] a[href='scenarios/payment-anomaly.html']").click()
    page.locator(".hb-jump a.hb-jump-first").click()
    expect(page.locator(".hb-first .hb-step").first).to_be_in_viewport()


def test_an_emergency_with_people_in_danger_needs_one_click_on_a_desk(visits: Visits) -> None:
    page = visits.open("index.html")
    page.locator("[data-hb-tile] a[href='scenarios/fire.html']").click()
    expect(page.locator(".hb-first .hb-step").first).to_be_in_viewport()


def test_a_role_is_one_click_from_the_home_page(home: Page) -> None:
    home.locator("a.hb-chip[href='roles/duty-manager.html']").click()
    expect(home.locator("h1")).to_have_text("Duty manager")
