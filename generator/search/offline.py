"""The list that a copy of the site without a server searches: a browser may not fetch files from a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape

from generator.render.page import Page

_IGNORED = re.compile(r"<(svg|script|style|button)\b.*?</\1>|<a class=\"headerlink\".*?</a>", re.DOTALL)
_WORDS_FIRST = re.compile(r'<p class="hb-aka"[^>]*>(.*?)</p>', re.DOTALL)
_LABEL = re.compile(r"<span data-pagefind-ignore>.*?</span>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")


def offline_index(pages: Iterable[Page]) -> bytes:
    """A script that sets `handbookPages`: path, title, words that lead here, and text of each page."""
    entries = [
        {"path": page.path, "title": page.title, "words": _also(page.html), "text": _text(page.html)} for page in pages
    ]
    data = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return f"window.handbookPages={data.replace('<', chr(92) + 'u003c')};\n".encode()


def _also(html: str) -> str:
    found = _WORDS_FIRST.search(html)
    return _text(_LABEL.sub("", found[1])) if found else ""


def _text(html: str) -> str:
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", _IGNORED.sub(" ", html)))).strip()
