"""A scenario page in use: the clock, the ticks, the numbers, the jump links."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import Visits

PATH = "scenarios/payment-anomaly.html"
NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
"""12:00 in the time zone of the tests, Shanghai."""


def at_noon(visits: Visits, screen: ViewportSize | None = None, started: datetime = NOON) -> Page:
    page = visits.blank(screen) if screen else visits.blank()
    page.clock.install(time=started)
    page.goto(visits.served + PATH)
    return page


def limit(page: Page, step: str) -> str:
    return page.locator(f"#step-{step} .hb-step-when .hb-limit small").inner_text()


def test_starting_the_clock_shows_when_each_step_is_due(visits: Visits, screen: ViewportSize) -> None:
    page = at_noon(visits, screen)
    expect(page.locator("[data-hb-limit] small")).to_have_count(0)
    page.locator("[data-hb-start]").click()
    expect(page.locator("[data-hb-running]")).to_be_visible()
    expect(page.locator("[data-hb-start]")).to_be_hidden()
    expect(page.locator("[data-hb-started]")).to_have_text("12:00")
    assert limit(page, "confirm-fault") == "due 12:10"
    assert limit(page, "set-grade") == "due 12:15"
    assert limit(page, "draft-statement") == "due 12:30"
    limits = page.locator("[data-hb-limit]").count()
    assert limits > 10
    expect(page.locator("[data-hb-limit] small")).to_have_count(limits)


def test_a_limit_after_midnight_is_shown_on_the_next_day_at_zero_hours(visits: Visits) -> None:
    page = at_noon(visits, started=datetime(2026, 11, 22, 15, 55, tzinfo=UTC))
    page.locator("[data-hb-start]").click()
    assert re.search(r"Nov 23,? 00:05", limit(page, "confirm-fault"))


def test_the_clock_runs_on_after_a_reload_and_late_steps_are_marked(visits: Visits) -> None:
    page = at_noon(visits)
    page.locator("[data-hb-start]").click()
    page.clock.fast_forward("12:00")
    page.reload()
    expect(page.locator("[data-hb-started]")).to_have_text("12:00")
    assert limit(page, "confirm-fault") == "due 12:10"
    late = page.locator("[data-hb-limit][data-hb-late]")
    expect(page.locator("#step-confirm-fault [data-hb-late]")).to_have_count(1)
    expect(page.locator("#step-set-grade [data-hb-late]")).to_have_count(0)
    assert late.count() < page.locator("[data-hb-limit]").count()


def test_ticks_are_kept_over_a_reload_and_only_those(visits: Visits, screen: ViewportSize) -> None:
    page = visits.open(PATH, screen)
    page.locator("#step-confirm-fault [data-hb-done]").check()
    page.locator("#step-set-grade [data-hb-done]").check()
    page.locator("#step-set-grade [data-hb-done]").uncheck()
    page.reload()
    expect(page.locator("#step-confirm-fault [data-hb-done]")).to_be_checked()
    expect(page.locator("[data-hb-done]:checked")).to_have_count(1)


def test_ticks_of_one_scenario_are_not_ticks_of_another(visits: Visits) -> None:
    page = visits.open(PATH)
    page.locator("#step-set-grade [data-hb-done]").check()
    page.goto(visits.served + "scenarios/fire.html")
    expect(page.locator("[data-hb-done]").first).to_be_visible()
    expect(page.locator("[data-hb-done]:checked")).to_have_count(0)


def test_ticks_and_clock_are_the_same_in_every_language(visits: Visits) -> None:
    page = visits.open(PATH)
    page.locator("[data-hb-start]").click()
    page.locator("#step-set-grade [data-hb-done]").check()
    page.goto(f"{visits.served}zh/{PATH}")
    expect(page.locator("#step-set-grade [data-hb-done]")).to_be_checked()
    expect(page.locator("[data-hb-running]")).to_be_visible()


def test_stop_and_clear_removes_clock_and_ticks_for_good(visits: Visits) -> None:
    page = at_noon(visits)
    page.locator("[data-hb-start]").click()
    page.locator("#step-set-grade [data-hb-done]").check()
    page.locator("[data-hb-reset]").click()
    for _ in range(2):
        expect(page.locator("[data-hb-start]")).to_be_visible()
        expect(page.locator("[data-hb-done]:checked")).to_have_count(0)
        expect(page.locator("[data-hb-limit] small")).to_have_count(0)
        page.reload()


def test_a_step_that_is_done_is_not_late_even_right_after_a_reload(visits: Visits) -> None:
    page = at_noon(visits)
    page.locator("[data-hb-start]").click()
    page.locator("#step-confirm-fault [data-hb-done]").check()
    page.clock.fast_forward("20:00")
    page.reload()
    expect(page.locator("#step-confirm-fault [data-hb-done]")).to_be_checked()
    expect(page.locator("#step-set-grade [data-hb-late]")).to_have_count(1)
    expect(page.locator("#step-confirm-fault [data-hb-late]")).to_have_count(0)


def test_numbers_to_call_can_be_tapped(visits: Visits) -> None:
    page = visits.open(PATH)
    for place in (".md-banner", ".hb-command", ".hb-first .hb-step-who", "#step-call-provider"):
        links = page.locator(f"{place} a[href^='tel:']")
        assert links.count() > 0, place
        for link in links.all():
            address = link.get_attribute("href") or ""
            assert re.fullmatch(r"tel:\+?\d{3,15}", address), address
            assert re.sub(r"\D", "", address) in re.sub(r"\D", "", link.inner_text())


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_every_jump_link_leads_to_its_heading(visits: Visits, screen: ViewportSize, prefix: str) -> None:
    page = visits.open(prefix + PATH, screen)
    anchors = page.locator(".hb-jump a").evaluate_all("links => links.map((link) => link.hash)")
    assert anchors[:2] == ["#first-minutes", "#who-does-what"]
    assert "#when-it-is-over" in anchors
    for anchor in anchors:
        page.locator(f".hb-jump a[href='{anchor}']").click()
        expect(page.locator(anchor)).to_be_in_viewport()
        header = page.locator(".md-header").bounding_box()
        heading = page.locator(anchor).bounding_box()
        assert header is not None
        assert heading is not None
        assert heading["y"] >= header["y"] + header["height"] - 1, f"{anchor} is under the header"


def test_if_not_leads_to_the_step_that_takes_over(visits: Visits) -> None:
    page = visits.open(PATH)
    page.locator("#step-confirm-fault .hb-if-not a[href='#step-set-grade']").click()
    expect(page.locator("#step-set-grade")).to_be_in_viewport()


def test_the_copy_button_copies_the_prepared_words(visits: Visits) -> None:
    page = visits.open(PATH, permissions=["clipboard-read", "clipboard-write"])
    words = page.locator("[data-hb-copy]").first
    button = page.locator(".hb-copy").first
    before = button.inner_text()
    assert before.startswith("Copy")
    button.click()
    expect(button).not_to_have_text(before)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == words.inner_text().strip()
    assert len(copied) > 40
    expect(page.locator(".hb-copy")).to_have_count(page.locator("[data-hb-copy]").count())
