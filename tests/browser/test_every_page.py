"""Every kind of page opens cleanly in every language, fits a phone, and works as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.visits import KINDS, LANGUAGES, PHONE, Visits, overflow

EVERY_KIND = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
EVERY_LANGUAGE = pytest.mark.parametrize(("language", "prefix"), LANGUAGES.items(), ids=LANGUAGES)


def test_the_list_of_kinds_misses_no_page_of_the_site(built_site: Path) -> None:
    kinds = set(KINDS.values())
    folders = {page.parent.name for page in built_site.glob("*/*.html")} - set(LANGUAGES)
    assert {page.name for page in built_site.glob("*.html")} - {"404.html"} == {path for path in kinds if "/" not in path}
    assert folders == {path.split("/")[0] for path in kinds if "/" in path}


@EVERY_LANGUAGE
@EVERY_KIND
def test_a_page_of_each_kind_opens_without_complaint(visits: Visits, path: str, language: str, prefix: str) -> None:
    page = visits.open(prefix + path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".md-banner a[href^='tel:']").first).to_be_visible()


@EVERY_LANGUAGE
def test_the_page_for_a_wrong_address_opens_without_complaint(visits: Visits, language: str, prefix: str) -> None:
    page = visits.open(f"{prefix}404.html")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(".md-banner a[href^='tel:']").first).to_be_visible()


@EVERY_KIND
def test_a_page_of_each_kind_works_from_a_folder(visits: Visits, path: str) -> None:
    page = visits.open_from_folder(f"zh/{path}")
    assert page.url.startswith("file://")
    expect(page.locator("h1")).to_be_visible()
    link = page.locator("a.md-logo").get_attribute("href")
    assert link is not None
    page.locator("a.md-logo").click()
    expect(page.locator("[data-hb-tile]").first).to_be_visible()


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
@EVERY_KIND
def test_a_page_of_each_kind_is_no_wider_than_a_phone(visits: Visits, path: str, prefix: str) -> None:
    page = visits.open(prefix + path, PHONE, has_touch=True)
    assert overflow(page) <= 0


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_no_scenario_is_wider_than_a_phone(visits: Visits, built_site: Path, prefix: str) -> None:
    page = visits.blank(PHONE, java_script_enabled=True)
    wide = []
    for path in sorted((built_site / prefix / "scenarios").glob("*.html")):
        page.goto(f"{visits.served}{prefix}scenarios/{path.name}", wait_until="domcontentloaded")
        if overflow(page) > 0:
            wide.append(path.name)
    assert wide == []


def test_a_link_between_pages_of_a_folder_leads_to_files(visits: Visits) -> None:
    page = visits.open_from_folder("index.html")
    page.locator("[data-hb-tile] a").first.click()
    expect(page.locator("[data-hb-scenario]")).to_be_visible()
    assert page.url.startswith("file://")
    assert page.url.endswith(".html")


PRIMARY = {
    "search": ("index.html", "[data-hb-search-open]"),
    "languages": ("index.html", ".hb-languages summary"),
    "light and dark": ("index.html", "label.md-header__button[for^='__palette']:visible"),
    "menu": ("index.html", "label.md-header__button[for='__drawer']:visible"),
    "tile": ("index.html", ".hb-tile"),
    "emergency number": ("index.html", ".md-banner a[href^='tel:']"),
    "start the clock": ("scenarios/payment-anomaly.html", "[data-hb-start]"),
    "jump link": ("scenarios/payment-anomaly.html", ".hb-jump a"),
    "box to tick": ("scenarios/payment-anomaly.html", "label.hb-tick"),
    "copy": ("scenarios/payment-anomaly.html", ".hb-copy"),
    "number of a person": ("scenarios/payment-anomaly.html", ".hb-command a[href^='tel:']"),
    "print the card": ("roles/duty-manager.html", "[data-hb-print]"),
}


@pytest.mark.parametrize(("path", "selector"), PRIMARY.values(), ids=PRIMARY)
def test_a_finger_hits_what_is_pressed_in_an_emergency(visits: Visits, path: str, selector: str) -> None:
    page = visits.open(path, PHONE, has_touch=True)
    targets = page.locator(selector)
    assert targets.count() > 0
    for target in targets.all():
        box = target.bounding_box()
        assert box is not None, target
        assert min(box["width"], box["height"]) >= 24, f"{target.inner_text()!r} is {box['width']} × {box['height']}"


def test_the_stop_button_of_the_clock_is_big_enough_for_a_finger(visits: Visits) -> None:
    page = visits.open("scenarios/payment-anomaly.html", PHONE, has_touch=True)
    page.locator("[data-hb-start]").tap()
    box = page.locator("[data-hb-reset]").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_dark_and_light_change_with_the_switch_and_stay(visits: Visits, screen: ViewportSize) -> None:
    page = visits.open("index.html", screen, color_scheme="light")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    light = body.evaluate("element => getComputedStyle(element).backgroundColor")
    page.locator("label.md-header__button[for^='__palette']:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert body.evaluate("element => getComputedStyle(element).backgroundColor") != light
    page.goto(visits.served + "severity.html")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label.md-header__button[for^='__palette']:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_a_reader_who_prefers_dark_gets_dark(visits: Visits) -> None:
    page = visits.open("index.html", color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
