"""On paper: steps and cards without the frame of the site, and nothing cut off at the side."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, PdfMargins, ViewportSize, expect

from tests.browser.visits import Visits, overflow

SHEET: ViewportSize = {"width": 718, "height": 1046}
"""A sheet of A4 less a margin of one centimetre, in pixels of print."""
CENTIMETRE: PdfMargins = {"top": "1cm", "right": "1cm", "bottom": "1cm", "left": "1cm"}
FRAME = ".md-header, .md-banner, .md-sidebar, .hb-footer, .hb-jump, .hb-clock, .hb-search, .hb-downloads"


def on_paper(visits: Visits, path: str) -> Page:
    page = visits.open(path, SHEET)
    page.emulate_media(media="print")
    return page


def assert_no_frame(page: Page) -> None:
    frame = page.locator(FRAME)
    assert frame.count() > 4
    expect(frame.filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_a_printed_scenario_is_its_steps_without_the_frame(visits: Visits, prefix: str) -> None:
    page = on_paper(visits, f"{prefix}scenarios/payment-anomaly.html")
    assert_no_frame(page)
    steps = page.locator("#who-does-what ~ .hb-steps .hb-step")
    assert steps.count() > 10
    expect(steps.filter(visible=True)).to_have_count(steps.count())
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".hb-statement blockquote").first).to_be_visible()
    expect(page.locator(".hb-copy").first).to_be_hidden()


@pytest.mark.parametrize("path", ["scenarios/payment-anomaly.html", "scenarios/fire.html"])
def test_a_printed_scenario_shows_numbers_and_every_step_once(visits: Visits, path: str) -> None:
    page = on_paper(visits, path)
    steps = page.locator(".hb-step[id]").count()
    assert steps > 10
    expect(page.locator(".hb-step").filter(visible=True)).to_have_count(steps)
    expect(page.locator(".hb-step-who .hb-phone").filter(visible=True).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_in_light_and_in_dark(visits: Visits, scheme: str) -> None:
    page = visits.open("scenarios/payment-anomaly.html", SHEET, color_scheme=scheme)
    page.emulate_media(media="print")
    for selector in ("body", ".hb-step"):
        color = page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")
        assert color in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), f"{selector} is {color}"


@pytest.mark.parametrize(
    "path", ["scenarios/payment-anomaly.html", "zh/scenarios/fire.html", "roles/duty-manager.html"]
)
def test_nothing_is_cut_off_at_the_side_of_a_sheet(visits: Visits, path: str) -> None:
    page = on_paper(visits, path)
    assert overflow(page) <= 0


@pytest.mark.parametrize("path", ["scenarios/payment-anomaly.html", "roles/duty-manager.html"])
def test_a_page_becomes_a_pdf_of_several_sheets(visits: Visits, path: str) -> None:
    pdf = visits.open(path).pdf(format="A4", print_background=True)
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 2


def test_the_print_button_of_a_card_prints_the_card_alone(visits: Visits) -> None:
    page = visits.blank(SHEET)
    page.add_init_script("window.print = () => { window.printedClass = document.body.className; };")
    page.goto(visits.served + "roles/duty-manager.html")
    page.locator("[data-hb-print]").click()
    assert "hb-print-card" in page.evaluate("window.printedClass")
    assert "hb-print-card" not in (page.locator("body").get_attribute("class") or "")
    page.evaluate("document.body.classList.add('hb-print-card')")
    page.emulate_media(media="print")
    assert_no_frame(page)
    expect(page.locator(".hb-card-sheet")).to_be_visible()
    expect(page.locator("[data-hb-print]")).to_be_hidden()
    expect(page.locator(".hb-duties")).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()
    assert overflow(page) <= 0
    sheet = page.locator(".hb-card-sheet")
    assert sheet.locator("tbody tr").count() > 3
    assert re.search(r"\+?\d[\d ]{6,}", sheet.inner_text())


def test_the_card_of_a_role_fits_one_sheet(visits: Visits) -> None:
    page = visits.open("roles/duty-manager.html", SHEET)
    page.evaluate("document.body.classList.add('hb-print-card')")
    pdf = page.pdf(format="A4", margin=CENTIMETRE)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
