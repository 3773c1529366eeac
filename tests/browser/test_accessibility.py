"""axe finds nothing serious on the main kinds of pages, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import Visits

PAGES = [
    "index.html",
    "scenarios/payment-anomaly.html",
    "roles/duty-manager.html",
    "matrix.html",
    "plans.html",
    "changes.html",
    "zh/changes-by-role.html",
    "revisions.html",
    "severity.html",
    "zh/scenarios/fire.html",
    "check.html",
    "absence.html",
    "rules/people.html",
]
GRAVE = ("serious", "critical")


def grave_violations(page: Page) -> list[str]:
    """What axe calls serious or critical: the rule, and up to five places."""
    found: dict[str, Any] = Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert found["passes"], "axe looked at nothing"
    return [
        f"{violation['id']} ({violation['impact']}): {len(violation['nodes'])} × "
        + " | ".join(f"{node['target']} {node['html'][:120]} {node['any'][:1]}" for node in violation["nodes"][:5])
        for violation in found["violations"]
        if violation["impact"] in GRAVE
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_grave_barrier(visits: Visits, screen: ViewportSize, path: str, scheme: str) -> None:
    page = visits.open(path, screen, color_scheme=scheme)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
    )
    assert grave_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_has_no_grave_barrier(visits: Visits, screen: ViewportSize, scheme: str) -> None:
    page = visits.open("index.html", screen, color_scheme=scheme)
    page.locator("[data-hb-search-open]").click()
    page.locator("[data-hb-query]").fill("payment")
    expect(page.locator("[data-hb-results] a").first).to_be_visible()
    assert grave_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scenario_at_work_has_no_grave_barrier(visits: Visits, screen: ViewportSize, scheme: str) -> None:
    page = visits.blank(screen, color_scheme=scheme)
    page.clock.install()
    page.goto(visits.served + "scenarios/payment-anomaly.html")
    page.locator("[data-hb-start]").click()
    page.locator("#step-set-grade [data-hb-done]").check()
    page.clock.fast_forward("20:00")
    expect(page.locator("[data-hb-late]").first).to_be_visible()
    page.clock.resume()
    assert grave_violations(page) == []
