"""On a phone: nothing is wider than the screen, and a finger hits what it aims at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.visits import KINDS, PHONE, Visits, overflow

EVERY_KIND = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
LATIN_AND_CHINESE = pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])


@LATIN_AND_CHINESE
@EVERY_KIND
def test_a_page_of_each_kind_is_no_wider_than_a_phone(visits: Visits, path: str, prefix: str) -> None:
    page = visits.open(prefix + path, PHONE, has_touch=True)
    assert overflow(page) <= 0


@LATIN_AND_CHINESE
def test_no_scenario_is_wider_than_a_phone(visits: Visits, built_site: Path, prefix: str) -> None:
    page = visits.blank(PHONE)
    wide = []
    for path in sorted((built_site / prefix / "scenarios").glob("*.html")):
        page.goto(f"{visits.served}{prefix}scenarios/{path.name}", wait_until="domcontentloaded")
        if overflow(page) > 0:
            wide.append(path.name)
    assert wide == []


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
