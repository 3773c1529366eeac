"""Editions side by side: readers change between them, and nobody takes an old one for the one in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.acceptance.repositories import NEW, OLD
from tests.browser.conftest import QuietHandler, visiting
from tests.browser.visits import Visits, overflow

WAYS = ["served", "folder"]


@pytest.fixture
def visits(browser: Browser, published_editions: Path) -> Iterator[Visits]:
    with visiting(browser, published_editions / "public") as visits:
        yield visits


def opened(visits: Visits, way: str, path: str, **options: ViewportSize) -> Page:
    page = visits.blank(**options)
    page.goto(visits.root("served" if way == "served" else "folder") + path)
    return page


def pick(page: Page, edition: str) -> None:
    page.locator("[data-hb-editions] summary").click()
    page.locator("[data-hb-editions] a", has_text=edition).click()


@pytest.mark.parametrize("way", WAYS)
def test_picking_an_edition_keeps_page_language_and_place(visits: Visits, way: str) -> None:
    page = opened(visits, way, f"{NEW}/es/scenarios/fire.html#step-set-grade")
    pick(page, OLD)
    page.wait_for_url(f"{visits.root('served' if way == 'served' else 'folder')}{OLD}/es/scenarios/fire.html**")
    assert page.url.endswith("/fire.html#step-set-grade")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("[data-hb-editions] summary")).to_have_text(OLD)
    expect(page.locator("[data-hb-editions] [aria-current]")).to_have_text(OLD)


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_another_edition_lacks_leads_to_its_home_page(visits: Visits, way: str) -> None:
    page = opened(visits, way, f"{NEW}/es/scenarios/leaked-data.html")
    pick(page, OLD)
    page.wait_for_url(f"**/{OLD}/es/index.html")


@pytest.mark.parametrize("way", WAYS)
def test_an_old_edition_says_so_and_leads_to_the_same_page_of_the_one_in_force(
    visits: Visits, way: str, screen: ViewportSize
) -> None:
    page = opened(visits, way, f"{OLD}/scenarios/fire.html", screen=screen)
    note = page.get_by_role("status").filter(has_text="This edition is no longer in force.")
    expect(note).to_be_in_viewport()
    assert overflow(page) == 0
    note.get_by_role("link", name="Go to the same page of the edition in force.").click()
    page.wait_for_url(f"**/{NEW}/scenarios/fire.html")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-hb-edition]")).to_be_hidden()


def test_a_page_that_is_gone_leads_to_the_home_page_of_the_edition_in_force(visits: Visits) -> None:
    page = visits.open(f"{OLD}/es/scenarios/data-leak.html")
    link = page.locator("[data-hb-edition] a")
    expect(link).to_have_attribute("href", f"{visits.served}{NEW}/es/index.html")


def test_the_note_is_printed_on_paper_too(visits: Visits) -> None:
    page = visits.open(f"{OLD}/scenarios/fire.html")
    page.emulate_media(media="print")
    expect(page.locator("[data-hb-edition]")).to_be_visible()
    expect(page.locator(".hb-strip")).to_be_hidden()


def test_pages_that_were_built_again_by_another_version_say_so(visits: Visits) -> None:
    page = visits.blank()
    listed = (visits.folder / "editions.js").read_text()
    again = listed.replace(f'"name":"{OLD}",', f'"name":"{OLD}","rebuilt":true,')
    assert again != listed
    page.route(f"{visits.served}editions.js", lambda route: route.fulfill(body=again, content_type="text/javascript"))
    page.goto(f"{visits.served}{OLD}/severity.html")
    expect(page.locator("[data-hb-rebuilt]")).to_be_visible()
    page.goto(f"{visits.served}{NEW}/severity.html")
    expect(page.locator("[data-hb-rebuilt]")).to_be_hidden()


def test_the_keyboard_alone_changes_the_edition(visits: Visits) -> None:
    page = visits.open(f"{NEW}/severity.html")
    page.locator("[data-hb-editions] summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-hb-editions] ul")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-hb-editions] ul")).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{OLD}/severity.html")


@pytest.mark.parametrize("way", WAYS)
def test_the_latest_address_of_a_page_leads_to_the_edition_in_force(visits: Visits, way: str) -> None:
    page = opened(visits, way, "latest/es/scenarios/fire.html#step-set-grade")
    page.wait_for_url(f"**/{NEW}/es/scenarios/fire.html#step-set-grade")
    page.goto(visits.root("served" if way == "served" else "folder") + "index.html")
    page.wait_for_url(f"**/{NEW}/index.html")


class HostHandler(QuietHandler):
    """A host that shows its page for wrong addresses."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(lost)))
        self.end_headers()
        self.wfile.write(lost)


@pytest.mark.parametrize(("wrong", "home"), [
    (f"{OLD}/scenarios/gone.html", "latest/index.html"),
    (f"{OLD}/es/gone/gone.html#step", "latest/es/index.html"),
    ("gone.html", "latest/index.html"),
])  # fmt: skip
def test_a_wrong_address_leads_to_the_home_page_of_the_edition_in_force(
    browser: Browser, published_editions: Path, wrong: str, home: str
) -> None:
    with visiting(browser, published_editions / "public", HostHandler) as visits:
        page = visits.blank()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(visits.served + wrong)
        page.wait_for_url(f"**/{NEW}/**")
        expect(page.locator("h1")).to_be_visible()
        assert visits.served + home in asked
        assert all("404" in trouble for trouble in visits.troubles)
        visits.troubles.clear()


def test_without_scripts_the_edition_is_still_named(visits: Visits) -> None:
    page = visits.open(f"{OLD}/severity.html", java_script_enabled=False)
    expect(page.get_by_text(f"This is edition {OLD}. Without scripts")).to_be_in_viewport()
    expect(page.locator("[data-hb-editions] summary")).to_have_text(OLD)
    expect(page.locator(".hb-footer")).to_contain_text(f"Edition {OLD}")
