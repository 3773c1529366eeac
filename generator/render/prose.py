"""Plan text to HTML: a small Markdown subset, never raw HTML.

Allowed: paragraphs, lists, emphasis, code, and links to http, https, mailto and tel addresses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup, escape

_SCHEMES = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_HAS_MARKUP = re.compile(r"[*_`\[\]<>&\\\n]|^\s*([-+]|\d+[.)])\s", re.MULTILINE)
_TAG_OR_GAP = re.compile(r"<[^>]*>|\{[^{}<>]+\}")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(
        ["list", "emphasis", "balance_pairs", "fragments_join", "backticks", "link", "newline", "escape"]
    )
    parser.validateLink = lambda url: _SCHEMES.match(url.strip()) is not None  # type: ignore[method-assign]
    parser.core.ruler.push("empty_links", _drop_empty_links)
    return parser


def _drop_empty_links(state: StateCore) -> None:
    """`[x]()` is not asked of validateLink; without an address it is no link. Links never nest."""
    for token in state.tokens:
        kept, dropping = [], False
        for child in token.children or []:
            if child.type == "link_open" and not child.attrGet("href"):
                dropping = True
            elif child.type == "link_close" and dropping:
                dropping = False
            else:
                kept.append(child)
        if token.children:
            token.children = kept


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
        return Markup(f"<p>{escape(text)}</p>")
    return Markup(_PARSER.render(text))


def with_gaps(html: Markup, names: Mapping[str, str] | None = None) -> Markup:
    """Mark the `{variables}` of a statement, so that nobody publishes them unfilled.

    `names` gives what stands in the braces for readers of another language; a variable without one keeps its own.
    """

    def marked(match: re.Match[str]) -> str:
        if match[0].startswith("<"):
            return match[0]
        own = match[0][1:-1]
        shown = escape(names[unescape(own)]) if names and unescape(own) in names else own
        return f'<mark class="hb-gap">{{{shown}}}</mark>'

    return Markup(_TAG_OR_GAP.sub(marked, str(html)))


def plain_text(text: str) -> str:
    """A text without Markdown signs, for titles, tables of data and pictures."""
    if not _HAS_MARKUP.search(text):
        return text
    tokens = _PARSER.parseInline(text)[0].children or []
    return "".join(
        token.content if token.type in ("text", "code_inline") else " " * (token.type in ("softbreak", "hardbreak"))
        for token in tokens
    )
