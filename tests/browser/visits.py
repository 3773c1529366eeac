"""Pages opened in a browser under watch: nothing may go wrong in them, and nothing may be fetched from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SCREENS = {"desk": DESK, "phone": PHONE}
LANGUAGES = {"en": "", "zh": "zh/", "es": "es/"}
TOP_PAGES = (
    "index", "how-to-use", "severity", "matrix", "organization", "contacts", "communication", "legal", "remediation",
    "technical", "exercises", "risks", "peak-day", "conduct", "glossary", "plans", "reviews", "coverage", "check",
    "absence", "changes", "changes-by-role", "revisions",
)  # fmt: skip
KINDS = {
    **{name: f"{name}.html" for name in TOP_PAGES},
    "scenarios": "scenarios/index.html",
    "scenario": "scenarios/payment-anomaly.html",
    "scenario of life safety": "scenarios/fire.html",
    "roles": "roles/index.html",
    "role": "roles/duty-manager.html",
    "rules": "rules/index.html",
    "rule family": "rules/people.html",
}
"""One page of each kind that the site has."""

_BESIDE = {"data", "blob", "about"}


@dataclass
class Visits:
    """Opens pages of one site and writes down whatever goes wrong in any of them."""

    browser: Browser
    served: str
    """Address of the site's root over HTTP, with a slash at the end."""
    folder: Path
    troubles: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def blank(self, screen: ViewportSize = DESK, **options: Any) -> Page:
        """An empty page of a fresh, cold context."""
        context = self.browser.new_context(
            viewport=screen, timezone_id="Asia/Shanghai", reduced_motion="reduce", **options
        )
        context.set_default_timeout(20_000)
        self.contexts.append(context)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.troubles.append(f"script error: {error.error}"))
        context.on("request", self._on_request)
        return context.new_page()

    def open(self, path: str, screen: ViewportSize = DESK, **options: Any) -> Page:
        """A page of the site over HTTP."""
        page = self.blank(screen, **options)
        page.goto(self.served + path)
        return page

    def open_from_folder(self, path: str, screen: ViewportSize = DESK, **options: Any) -> Page:
        """A page of the site as a file, without a server."""
        page = self.blank(screen, **options)
        page.goto(self.root("folder") + path)
        return page

    def root(self, way: Literal["served", "folder"]) -> str:
        """Address of the site's root."""
        return self.served if way == "served" else f"{self.folder.as_uri()}/"

    def close(self) -> None:
        for context in self.contexts:
            context.close()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.page.url if message.page else "?"
            self.troubles.append(f"console {message.type} on {where}: {message.text}")

    def _on_request(self, request: Request) -> None:
        here = urlsplit(self.served)
        address = urlsplit(request.url)
        inside = address.scheme == "file" and address.path.startswith(str(self.folder))
        if address.scheme not in _BESIDE and not inside and address.netloc != here.netloc:
            self.troubles.append(f"request to another place: {request.url}")


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
