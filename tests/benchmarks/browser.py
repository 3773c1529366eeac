"""Search as a reader meets it: a browser that has seen nothing yet opens the home page and types a word.

`python -m tests.benchmarks.browser SITE WORD` prints JSON. Over HTTP without compression, on this machine.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

_CHROMIUM = "/usr/bin/chromium"
_OWN = ("[data-hb-search-open]", "[data-hb-query]", "[data-hb-results] a")
_PLAIN = (".md-search__input", ".md-search__input", ".md-search-result__link")


class _Counting(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent: list[tuple[str, int]]

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self.sent.append((self.path, len(content)))
        outputfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    sent: list[tuple[str, int]] = []
    handler = type("Handler", (_Counting,), {"sent": sent})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/index.html", sent
    finally:
        server.shutdown()


def search(site: Path, word: str) -> dict[str, Any]:
    """Milliseconds from navigation to the first result, bytes of the page and of the search, and the result."""
    opener, field, result = _OWN if "data-hb-search" in (site / "index.html").read_text(encoding="utf-8") else _PLAIN
    options = ["--no-sandbox", "--disable-background-networking"]
    with _served(site) as (url, sent), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=_CHROMIUM, args=options)
        page = browser.new_context(viewport={"width": 1000, "height": 800}).new_page()
        began = time.perf_counter()
        page.goto(url)
        loaded = time.perf_counter()
        for_page = sum(size for _, size in sent)
        page.click(opener)
        page.fill(field, word)
        found = page.wait_for_selector(result, timeout=60_000)
        answered = time.perf_counter()
        title = (found.inner_text() if found else "").split("\n")[0]
        browser.close()
    return {
        "to_load_ms": (loaded - began) * 1000,
        "to_result_ms": (answered - began) * 1000,
        "page_bytes": for_page,
        "search_bytes": sum(size for _, size in sent) - for_page,
        "requests": len(sent),
        "first": title,
    }


if __name__ == "__main__":
    print(json.dumps(search(Path(sys.argv[1]), sys.argv[2]), ensure_ascii=False))
