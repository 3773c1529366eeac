"""A chart of who reports to whom, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.render.diagrams.svg import Picture, curve, lines_of_text, linked, rect, wrapped

_BOX_WIDTH = 152.0
_BOX_HEIGHT = 36.0
_COLUMN = 186.0
_ROW = 44.0


@dataclass(frozen=True, slots=True)
class Node:
    """A box with what hangs below it."""

    label: str
    href: str
    strong: bool
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    node: Node
    x: float
    y: float
    children: tuple[_Placed, ...]
    height: float


def tree(roots: tuple[Node, ...], title: str) -> Markup:
    """Draw the tree; a box stands beside the first of those below it, so that the top comes first."""
    placed, top = [], 0.0
    for root in roots:
        placed.append(_place(root, 0, top))
        top += placed[-1].height
    shapes = tuple(shape for root in placed for shape in _shapes(root))
    depth = max((_depth(root) for root in roots), default=1)
    width = (depth - 1) * _COLUMN + _BOX_WIDTH + 2
    words = " ".join(sentence for root in roots for sentence in _in_words(root))
    return Picture("chart", width, top + 4, title, words, shapes).svg()


def _place(node: Node, level: int, top: float) -> _Placed:
    children, below = [], top
    for child in node.children:
        children.append(_place(child, level + 1, below))
        below += children[-1].height
    height = max(_ROW, below - top)
    y = top + _ROW / 2
    return _Placed(node, level * _COLUMN + 1, y, tuple(children), height)


def _shapes(placed: _Placed) -> Iterator[Markup]:
    for child in placed.children:
        yield curve(placed.x + _BOX_WIDTH, placed.y, child.x, child.y, "hb-edge")
        yield from _shapes(child)
    box = rect(
        placed.x,
        placed.y - _BOX_HEIGHT / 2,
        _BOX_WIDTH,
        _BOX_HEIGHT,
        "hb-box hb-strong" if placed.node.strong else "hb-box",
    )
    label = lines_of_text(
        placed.x + _BOX_WIDTH / 2,
        placed.y,
        wrapped(placed.node.label, _BOX_WIDTH - 12),
        "hb-box-label",
        "middle",
    )
    yield linked(placed.node.href, box + label)


def _depth(node: Node) -> int:
    return 1 + max((_depth(child) for child in node.children), default=0)


def _in_words(node: Node) -> Iterator[str]:
    if node.children:
        yield f"{node.label}: {', '.join(child.label for child in node.children)}."
    for child in node.children:
        yield from _in_words(child)
