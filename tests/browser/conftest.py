"""A Chromium, the bundled site behind a small web server, and pages that are watched while a test uses them."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect, sync_playwright

from tests.browser.visits import SCREENS, Visits

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 20_000
"""Milliseconds until a test gives up; long, because it must not fail on a busy machine."""
NAMES = ("chromium", "google-chrome", "chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class QuietHandler(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def handle(self) -> None:
        """A browser that leaves a page while it loads is no fault of the server."""
        with contextlib.suppress(ConnectionError):
            super().handle()


def _find_browser(playwright: Playwright) -> str:
    named = os.environ.get("HANDBOOK_BROWSER")
    if named:
        if not shutil.which(named):
            pytest.fail(f"HANDBOOK_BROWSER names `{named}`, which cannot be run.", pytrace=False)
        return named
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    looked = ", ".join(NAMES)
    pytest.fail(
        f"No Chromium was found: HANDBOOK_BROWSER is not set, none of {looked} is on the path, and Playwright has "
        "none of its own. Install one (`apt install chromium` or `playwright install chromium`).",
        pytrace=False,
    )


@contextlib.contextmanager
def serving(folder: Path, handler: type[QuietHandler]) -> Iterator[str]:
    """The address of a folder over HTTP, with a slash at the end, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_find_browser(playwright), args=FLAGS)
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@contextlib.contextmanager
def visiting(browser: Browser, folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[Visits]:
    """Opens pages of a folder; at the end none of them may have complained or have asked another host."""
    with serving(folder, handler) as address:
        visits = Visits(browser, address, folder)
        yield visits
        visits.close()
    assert visits.troubles == []


@pytest.fixture
def visits(browser: Browser, built_site: Path) -> Iterator[Visits]:
    """Pages of the bundled handbook's site."""
    with visiting(browser, built_site) as visits:
        yield visits


@pytest.fixture(params=list(SCREENS.values()), ids=list(SCREENS))
def screen(request: pytest.FixtureRequest) -> ViewportSize:
    """Each of the two window sizes that tests care about."""
    size: ViewportSize = request.param
    return size


@pytest.fixture
def home(visits: Visits) -> Page:
    return visits.open("index.html")
