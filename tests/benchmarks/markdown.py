"""The HTML of a rendered page as the Markdown an author would have written for it.

Kept: headings with their anchors, paragraphs, lists, tables, quotes, definition lists (as lists), emphasis, code,
links to pages, mail and telephone. Dropped: pictures (SVG), buttons, boxes to tick, classes and attributes, anchors
that are no headings; links within a page become text, links to a place of another page lead to that page, `details`
stand open, and blocks in table cells run together. All of it makes the plain site cheaper, never dearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_DROPPED = frozenset({"svg", "script", "style", "button", "input", "template"})
_BLOCKS = frozenset(
    {"article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"}
)  # fmt: skip
_PARTS = frozenset({"li", "dt", "dd", "tr", "td", "th"})
_MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\*_`\[\]|])")
_SPACE = re.compile(r"\s+")


@dataclass
class _Node:
    tag: str
    attributes: dict[str, str]
    children: list[_Node | str] = field(default_factory=list)

    def named(self, *tags: str) -> Iterator[_Node]:
        """Descendants of these names, in order."""
        for child in self.children:
            if isinstance(child, _Node):
                if child.tag in tags:
                    yield child
                yield from child.named(*tags)


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = _Node("main", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(_Node(tag, dict.fromkeys((key for key, _ in attrs), "")))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def to_markdown(html: str) -> str:
    """The page as Markdown."""
    tree = _Tree()
    tree.feed(html)
    return "\n\n".join(_blocks(tree.root)) + "\n"


def word_count(html: str) -> int:
    """Words a reader sees, pictures and controls aside: to compare what two sites hold."""
    tree = _Tree()
    tree.feed(html)
    return len(_words(tree.root).split())


def _words(node: _Node) -> str:
    if node.tag in _DROPPED or node.attributes.get("class") == "headerlink":
        return " "
    return " ".join(child if isinstance(child, str) else _words(child) for child in node.children)


def _blocks(node: _Node) -> Iterator[str]:
    """Blocks of Markdown, without the empty lines between them."""
    run: list[_Node | str] = []
    for child in node.children:
        if isinstance(child, _Node) and child.tag in _DROPPED:
            continue
        if isinstance(child, _Node) and child.tag in _BLOCKS:
            yield from _paragraph(run)
            run = []
            yield from _block(child)
        else:
            run.append(child)
    yield from _paragraph(run)


def _paragraph(run: list[_Node | str]) -> Iterator[str]:
    text = _inline_all(run).strip()
    if text:
        # What begins like a heading, a quote or a list is kept from becoming one.
        yield re.sub(r"^(?:(?=[#>+-])|(\d+)(?=[.)]))", lambda found: f"{found[1] or ''}\\", text)


def _block(node: _Node) -> Iterator[str]:
    if re.fullmatch("h[1-6]", node.tag):
        anchor = f" {{#{node.attributes['id']}}}" if node.attributes.get("id") else ""
        yield f"{'#' * int(node.tag[1])} {_inline_all(node.children).strip()}{anchor}"
    elif node.tag in ("ul", "ol"):
        yield from _list(node)
    elif node.tag == "dl":
        yield from _pairs(node)
    elif node.tag == "table":
        yield from _table(node)
    elif node.tag == "blockquote":
        yield "\n".join(f"> {line}" for line in "\n\n".join(_blocks(node)).split("\n"))
    elif node.tag == "summary":
        yield f"**{_inline_all(node.children).strip()}**"
    else:
        yield from _blocks(node)


def _list(node: _Node) -> Iterator[str]:
    sign = "1." if node.tag == "ol" else "-"
    items = [_item(sign, list(_blocks(item))) for item in _children(node, "li")]
    loose = any("\n\n" in item for item in items)
    if items:
        yield ("\n\n" if loose else "\n").join(items)


def _children(node: _Node, *tags: str) -> Iterator[_Node]:
    return (child for child in node.children if isinstance(child, _Node) and child.tag in tags)


def _item(sign: str, blocks: list[str]) -> str:
    first, *rest = blocks or [""]
    lines = [f"{sign:<4}{first.replace(chr(10), chr(10) + '    ')}"]
    lines += ["    " + block.replace("\n", "\n    ") for block in rest]
    return "\n\n".join(lines)


def _pairs(node: _Node) -> Iterator[str]:
    items, term = [], ""
    for child in _children(node, "dt", "dd", "div"):
        if child.tag == "div":
            yield from _pairs(child)
        elif child.tag == "dt":
            term = _inline_all(child.children).strip()
        else:
            first, *rest = list(_blocks(child)) or [""]
            joined = [f"**{term}** {first}", *rest] if not first.startswith("-   ") else [f"**{term}**", first, *rest]
            items.append(_item("-", joined))
    if items:
        yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _table(node: _Node) -> Iterator[str]:
    rows = [[_cell(cell) for cell in _children(row, "th", "td")] for row in node.named("tr")]
    if not rows:
        return
    width = max(len(row) for row in rows)
    head, *body = [[*row, *[""] * (width - len(row))] for row in rows]
    yield "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * width, *body))


def _cell(node: _Node) -> str:
    return _SPACE.sub(" ", _inline_all(node.children)).strip()


def _inline_all(children: list[_Node | str]) -> str:
    return _SPACE.sub(" ", "".join(_inline(child) for child in children))


def _inline(node: _Node | str) -> str:
    if isinstance(node, str):
        return _SPECIAL.sub(r"\\\1", node).replace("&", "&amp;").replace("<", "&lt;")
    if node.tag in _DROPPED or node.attributes.get("class") == "headerlink":
        return ""
    inner = "<br>" if node.tag == "br" else _inline_all(node.children)
    if node.tag in _BLOCKS or node.tag in _PARTS:
        return f" {inner} "
    if node.tag == "a" and inner.strip():
        return _link(node.attributes.get("href", ""), inner)
    return _marked(_MARKS.get(node.tag, ""), inner)


def _marked(mark: str, inner: str) -> str:
    if not mark or mark in inner or not inner.strip():
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{inner.strip()}{mark}{after}"


def _link(href: str, words: str) -> str:
    if href.startswith(("http:", "https:", "mailto:", "tel:")):
        return f"[{words.strip()}]({href})"
    page = href.partition("#")[0]
    if not page.endswith(".html") or "](" in words:
        return words
    return f"[{words.strip()}]({page.removesuffix('.html')}.md)"
