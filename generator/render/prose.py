"""Plan text to HTML: a small Markdown subset, never raw HTML.

Allowed: paragraphs, lists, emphasis, code, and links to http, https, mailto and tel addresses.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_SCHEMES = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_HAS_MARKUP = re.compile(r"[*_`\[\]<>&\\\n]|^\s*([-+]|\d+[.)])\s", re.MULTILINE)
_GAP = re.compile(r"\{([^{}]+)\}")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(
        ["list", "emphasis", "balance_pairs", "fragments_join", "backticks", "link", "newline", "escape"]
    )
    parser.validateLink = lambda url: _SCHEMES.match(url.strip()) is not None  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


@lru_cache(maxsize=50_000)
def inline_html(text: str) -> Markup:
    """A sentence as HTML without a block around it."""
    if not _HAS_MARKUP.search(text):
        return escape(text)
    return Markup(_PARSER.renderInline(text))


@lru_cache(maxsize=50_000)
def block_html(text: str) -> Markup:
    """A text as HTML paragraphs and lists."""
    if not _HAS_MARKUP.search(text):
        return Markup("<p>{}</p>").format(text)
    return Markup(_PARSER.render(text))


def with_gaps(html: Markup) -> Markup:
    """Mark the `{variables}` of a statement, so that nobody publishes them unfilled."""
    return Markup(_GAP.sub(r'<mark class="hb-gap">{\1}</mark>', str(html)))


def plain_text(text: str) -> str:
    """A text without Markdown signs, for titles, tables of data and pictures."""
    if not _HAS_MARKUP.search(text):
        return text
    tokens = _PARSER.parseInline(text)[0].children or []
    return "".join(
        token.content if token.type in ("text", "code_inline") else " " * (token.type == "softbreak")
        for token in tokens
    )
