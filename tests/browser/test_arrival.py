"""While a page arrives nothing on it moves: no finger may hit what has slipped under it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import QuietHandler, visiting
from tests.browser.visits import Visits

PAGES = [
    "2026.10/severity.html", "2026.10/es/index.html", "2026.11/index.html", "2026.11/zh/scenarios/fire.html",
    "2026.11/roles/duty-manager.html", "2026.11/es/severity.html",
]  # fmt: skip
"""What is opened in an emergency, of an edition with the note that it is old and of one without it."""
PAUSE = 0.4
"""Seconds between two pieces; long enough for the browser to paint what it has."""
CUTS = (b"hb-languages", b"hb-editions", b"md-header__option", b"</nav>", b"<h1")
WATCH = """
window.shifts = [];
const flows = (node) => {
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  return element?.closest("table, dl, li");
};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    for (const { node } of entry.sources)
      if (!flows(node)) window.shifts.push(node?.className || node?.nodeName || "?");
}).observe({type: "layout-shift", buffered: true});
"""
"""Notes what moves. Inside of tables and lists, the menu is one, things may shift while rows and words arrive."""


class SlowHandler(QuietHandler):
    """A server whose pages arrive in pieces, as over a bad line."""

    def do_GET(self) -> None:  # noqa: N802
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html":
            super().do_GET()
            return
        page = path.read_bytes()
        places = [0, *(page.index(cut) for cut in CUTS), len(page)]
        assert places == sorted(places)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        for begin, end in itertools.pairwise(places):
            self.wfile.write(page[begin:end])
            time.sleep(PAUSE)


@pytest.fixture(params=[QuietHandler, SlowHandler], ids=["at once", "in pieces"])
def visits(request: pytest.FixtureRequest, browser: Browser, bundled_editions: Path) -> Iterator[Visits]:
    with visiting(browser, bundled_editions / "public", request.param) as visits:
        yield visits


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_arrives(visits: Visits, path: str, screen: ViewportSize) -> None:
    page = visits.blank(screen)
    page.add_init_script(WATCH)
    page.goto(visits.served + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifts") == []
