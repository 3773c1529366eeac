"""With scripts switched off everything that matters in an emergency is there to read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import Visits


def plain(visits: Visits, path: str, screen: ViewportSize) -> Page:
    return visits.open(path, screen, java_script_enabled=False)


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_a_scenario_shows_steps_numbers_and_prepared_words(visits: Visits, screen: ViewportSize, prefix: str) -> None:
    page = plain(visits, f"{prefix}scenarios/payment-anomaly.html", screen)
    steps = page.locator("#who-does-what ~ .hb-steps .hb-step .hb-do")
    assert steps.count() > 10
    expect(steps.filter(visible=True)).to_have_count(steps.count())
    assert page.locator(".hb-step-who a[href^='tel:']").count() > 10
    expect(page.locator(".hb-step-who a[href^='tel:']").first).to_be_visible()
    expect(page.locator(".md-banner a[href^='tel:']").first).to_be_visible()
    words = page.locator(".hb-statement blockquote").filter(visible=True).all_inner_texts()
    assert len(words) == page.locator(".hb-statement").count() > 1
    assert min(map(len, words)) > 10


def test_what_cannot_work_without_scripts_is_not_offered(visits: Visits, screen: ViewportSize) -> None:
    page = plain(visits, "scenarios/payment-anomaly.html", screen)
    expect(page.locator("[data-hb-start]")).to_be_hidden()
    page = plain(visits, "index.html", screen)
    expect(page.locator("[data-hb-filter]")).to_be_hidden()
    page = plain(visits, "roles/duty-manager.html", screen)
    expect(page.locator("[data-hb-print]")).to_be_hidden()


def test_the_way_from_the_home_page_to_the_first_step_needs_no_script(visits: Visits, screen: ViewportSize) -> None:
    page = plain(visits, "index.html", screen)
    page.locator("a[href='scenarios/payment-anomaly.html'].hb-tile").click()
    page.locator(".hb-jump-first").click()
    expect(page.locator(".hb-first .hb-step").first).to_be_in_viewport()


def test_the_language_can_be_changed_without_scripts(visits: Visits, screen: ViewportSize) -> None:
    page = plain(visits, "scenarios/fire.html", screen)
    page.locator(".hb-languages summary").click()
    page.locator("[data-hb-language][hreflang=zh]").click()
    page.wait_for_url("**/zh/scenarios/fire.html")
    expect(page.locator("html")).to_have_attribute("lang", "zh")


@pytest.mark.parametrize("path", ["contacts.html", "severity.html", "matrix.html", "roles/duty-manager.html"])
def test_other_pages_show_their_content(visits: Visits, screen: ViewportSize, path: str) -> None:
    page = plain(visits, path, screen)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main :is(table, dl)").first).to_be_visible()
