"""The language switch keeps the page and the place on it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import LANGUAGES, Visits

CHINESE = re.compile("[一-鿿]")


def switch(page: Page, language: str) -> None:
    page.locator(".hb-languages summary").click()
    page.locator(f"[data-hb-language][hreflang={language}]").click()


@pytest.mark.parametrize("way", ["served", "folder"])
@pytest.mark.parametrize("path", ["index.html", "severity.html", "scenarios/fire.html", "roles/duty-manager.html"])
def test_a_round_through_all_languages_comes_back_to_the_same_page(visits: Visits, path: str, way: str) -> None:
    root = visits.root("served" if way == "served" else "folder")
    page = visits.blank()
    page.goto(root + path)
    for language in ("zh", "es", "en"):
        switch(page, language)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("[data-hb-language][aria-current]")).to_have_attribute("hreflang", language)
        address = page.url.removesuffix("index.html")
        assert address == f"{root}{LANGUAGES[language]}{path}".removesuffix("index.html")


@pytest.mark.parametrize("language", ["zh", "es"])
def test_the_switch_keeps_the_anchor(visits: Visits, language: str, screen: ViewportSize) -> None:
    page = visits.open("scenarios/payment-anomaly.html#step-set-grade", screen)
    switch(page, language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.url == f"{visits.served}{LANGUAGES[language]}scenarios/payment-anomaly.html#step-set-grade"
    expect(page.locator("#step-set-grade")).to_be_in_viewport()


def test_the_list_of_languages_closes_with_a_press_elsewhere(visits: Visits) -> None:
    page = visits.open("index.html")
    page.locator(".hb-languages summary").click()
    expect(page.locator(".hb-languages ul")).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".hb-languages ul")).to_be_hidden()


@pytest.mark.parametrize("path", ["index.html", "scenarios/payment-anomaly.html", "roles/duty-manager.html"])
def test_chinese_pages_are_chinese(visits: Visits, path: str) -> None:
    """Title, headings, steps and the labels of the frame; whatever is missing is marked as a foreign language."""
    page = visits.open(f"zh/{path}")
    expect(page.locator("h1")).to_have_text(CHINESE)
    words = page.locator("article :is(h2, h3, th, .hb-do, .hb-button, dt):not(:has(.hb-gap))").all_text_contents()
    assert len(words) > 5
    assert [text for text in words if re.search("[A-Za-z]{2}", text) and not CHINESE.search(text)] == []
    assert page.locator("main .hb-untranslated").count() == 0
    expect(page.locator(".hb-partly")).to_have_count(0)
    expect(page.locator("[data-hb-search-open]")).to_have_text(CHINESE)


def test_an_incomplete_language_says_so_and_marks_foreign_words(visits: Visits) -> None:
    page = visits.open("es/scenarios/payment-anomaly.html")
    expect(page.locator(".hb-partly")).to_be_visible()
    assert page.locator("main .hb-untranslated").first.get_attribute("lang") == "en"
