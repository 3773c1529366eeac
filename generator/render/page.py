"""A finished page: its words, its table of contents, and where it was written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_BESIDE_TITLE = r'<a class="headerlink".*?</a>|<small>.*?</small>|<span class="hb-(?:covers|tag)[^"]*".*?</span>'
_TAG = re.compile(rf"{_BESIDE_TITLE}|<[^>]+>", re.DOTALL)
_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language; `path` ends in .html and is relative to the language's root."""

    path: str
    title: str
    description: str
    html: str
    edit_url: str | None
    section: str
    """Path of the page in the navigation that this one belongs to; its own where it is there itself."""
    wide: bool = False
    """Leave out the table of contents, because a table needs the room."""

    @property
    def source_path(self) -> str:
        """Where an engine finds the page: front matter and finished HTML."""
        return self.path.removesuffix(".html") + ".md"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Second and third level headings in order."""
        return tuple(
            Heading(int(level), anchor, unescape(_TAG.sub("", title)).strip())
            for level, anchor, title in _HEADING.findall(self.html)
        )

    def source_text(self) -> str:
        """Front matter (JSON, which is YAML too) and finished HTML, for any engine of Markdown files."""
        front = {
            "title": self.title,
            "description": self.description,
            "edit_url": self.edit_url,
            "section": self.section,
            "hide": ["toc"] if self.wide else [],
            "toc": [[heading.level, heading.anchor, heading.title] for heading in self.headings],
        }
        return f"{_FENCE}{json.dumps(front, ensure_ascii=False)}\n{_FENCE}\n{self.html}"


def split_source(text: str) -> tuple[dict[str, object], str]:
    """Front matter and HTML of a page source."""
    _, front, html = text.split(_FENCE, 2)
    return json.loads(front), html.lstrip("\n")
