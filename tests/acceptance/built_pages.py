"""Read a built site as a browser does: which ids a page has, where it leads, what it loads, what its tables say."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_EMBEDS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "use": "href", "link": "href"}
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass
class Table:
    """A table of a page: texts of its head and body cells."""

    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    row_ids: list[str | None] = field(default_factory=list)
    links: list[list[str]] = field(default_factory=list)
    """Targets of the links of each row."""


class BuiltPage(HTMLParser):
    """What a test asks of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.embedded: list[str] = []
        self.styles: list[str] = []
        self.marked_languages: set[str] = set()
        self.tables: list[Table] = []
        self.title = ""
        self.unclosed: list[str] = []
        self._open: list[str] = []
        self._cell: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        if "id" in found:
            self.ids[found["id"]] += 1
        if tag == "html":
            self.language = found.get("lang", "")
        elif "lang" in found:
            self.marked_languages.add(found["lang"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in _EMBEDS and found.get(_EMBEDS[tag]):
            self.embedded.append(found[_EMBEDS[tag]])
        if "style" in found:
            self.styles.append(found["style"])
        self._table_tag(tag, found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def _table_tag(self, tag: str, found: dict[str, str]) -> None:
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr" and "tbody" in self._open:
            self.tables[-1].rows.append([])
            self.tables[-1].row_ids.append(found.get("id"))
            self.tables[-1].links.append([])
        elif tag in ("td", "th") and "table" in self._open:
            self._cell = []
        elif tag == "a" and self._cell is not None and self.tables[-1].links:
            self.tables[-1].links[-1].append(found.get("href", ""))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            text = " ".join("".join(self._cell).split())
            (self.tables[-1].rows[-1] if "tbody" in self._open else self.tables[-1].head).append(text)
            self._cell = None
        if tag in _VOID:
            return
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.unclosed.append(f"</{tag}> while {self._open[-3:]} are open")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)
        if self._open[-1:] == ["title"] and "svg" not in self._open:
            self.title += data
        elif self._open[-1:] == ["style"]:
            self.styles.append(data)

    def table(self, *head: str) -> Table:
        """The first table whose head begins with these cells."""
        return next(table for table in self.tables if table.head[: len(head)] == list(head))


@cache
def read_page(path: Path) -> BuiltPage:
    """A page of a built site, read once."""
    return BuiltPage(path.read_text(encoding="utf-8"))


def pages_of(site: Path) -> dict[str, BuiltPage]:
    """All pages of a site by path, apart from the one a server shows for a missing page."""
    found = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    return {path.relative_to(site).as_posix(): read_page(path) for path in found}


def leads_to(page: str, href: str) -> tuple[str, str] | None:
    """Path and anchor of a link within the site; None for one that leaves it."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return target, unquote(parts.fragment)


def dead_ends(site: Path) -> list[str]:
    """Links and embedded files that lead nowhere, as `page: target`."""
    pages = pages_of(site)
    found: list[str] = []
    for name, page in pages.items():
        for href in {*page.links, *page.embedded}:
            goal = leads_to(name, href)
            if goal is None:
                continue
            path, anchor = goal
            file = path if not (site / path).is_dir() else posixpath.join(path, "index.html")
            exists = (site / file).is_file() and not file.startswith("..")
            known = not anchor or file not in pages or anchor in pages[file].ids
            if not (exists and known):
                found.append(f"{name}: {href}")
    return sorted(found)


def is_remote(address: str) -> bool:
    """Whether loading this address would leave the site."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp")


def loaded_from_css(css: str) -> list[str]:
    """Addresses that a style sheet loads."""
    return [one or other for one, other in _CSS_URL.findall(css)]
