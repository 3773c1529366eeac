"""Every kind of page opens cleanly in every language and works as a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.visits import KINDS, LANGUAGES, Visits

EVERY_KIND = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
EVERY_LANGUAGE = pytest.mark.parametrize(("language", "prefix"), LANGUAGES.items(), ids=LANGUAGES)


def test_the_list_of_kinds_misses_no_page_of_the_site(built_site: Path) -> None:
    kinds = set(KINDS.values())
    folders = {page.parent.name for page in built_site.glob("*/*.html")} - set(LANGUAGES)
    top = {page.name for page in built_site.glob("*.html")} - {"404.html"}
    assert top == {path for path in kinds if "/" not in path}
    assert folders == {path.split("/")[0] for path in kinds if "/" in path}


ADDRESSES = "[...document.querySelectorAll('a[href]')].map((a) => new URL(a.getAttribute('href'), location).href)"


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
    page.locator(".md-header a.md-logo").click()
    expect(page.locator("[data-hb-tile]").first).to_be_visible()


@EVERY_KIND
def test_no_link_leads_to_a_folder_which_a_copy_without_server_cannot_open(visits: Visits, path: str) -> None:
    page = visits.open_from_folder(path)
    links = page.evaluate(ADDRESSES)
    assert [link for link in links if link.startswith("file:") and urlsplit(link).path.endswith("/")] == []


def test_a_link_between_pages_of_a_folder_leads_to_files(visits: Visits) -> None:
    page = visits.open_from_folder("index.html")
    page.locator("[data-hb-tile] a").first.click()
    expect(page.locator("[data-hb-scenario]")).to_be_visible()
    assert page.url.startswith("file://")
    assert page.url.endswith(".html")


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
