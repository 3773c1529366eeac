"""What depends on what: systems in columns, what they need to the right of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.render.diagrams.svg import Picture, curve, lines_of_text, linked, rect, wrapped

_BOX_WIDTH = 130.0
_BOX_HEIGHT = 38.0
_COLUMN = 157.0
_ROW = 46.0


@dataclass(frozen=True, slots=True)
class Vertex:
    """A box and the ids of what it needs."""

    name: str
    label: str
    href: str
    strong: bool
    needs: tuple[str, ...]


def graph(vertices: tuple[Vertex, ...], title: str, needs: str) -> Markup:
    """Draw the columns; `needs` is the word between a box and what it depends on in the description."""
    by_name = {vertex.name: vertex for vertex in vertices}
    levels = _levels(by_name)
    columns = _ordered(by_name, levels)
    tallest = max((len(column) for column in columns), default=1)
    place = {
        name: (level * _COLUMN + 1, (row + 0.5) * _ROW * tallest / len(column) + 2)
        for level, column in enumerate(columns)
        for row, name in enumerate(column)
    }
    edges = [
        curve(place[v.name][0] + _BOX_WIDTH, place[v.name][1], place[need][0], place[need][1], "hb-edge")
        for v in vertices
        for need in v.needs
    ]
    boxes = [_box(by_name[name], x, y) for name, (x, y) in place.items()]
    words = " ".join(
        f"{v.label} {needs} {', '.join(by_name[need].label for need in v.needs)}." for v in vertices if v.needs
    )
    width = max(len(columns) - 1, 0) * _COLUMN + _BOX_WIDTH + 2
    return Picture("systems", width, tallest * _ROW + 4, title, words, (*edges, *boxes)).svg()


def _levels(vertices: Mapping[str, Vertex]) -> dict[str, int]:
    """Column of each vertex: one left of the leftmost thing it needs, counted from the right and turned round."""
    depth: dict[str, int] = {}

    def height(name: str, above: frozenset[str]) -> int:
        if name not in depth:
            needed = (n for n in vertices[name].needs if n not in above)
            depth[name] = 1 + max((height(n, above | {name}) for n in needed), default=-1)
        return depth[name]

    highest = max((height(name, frozenset({name})) for name in vertices), default=0)
    return {name: highest - value for name, value in depth.items()}


def _ordered(vertices: Mapping[str, Vertex], levels: Mapping[str, int]) -> list[list[str]]:
    """Columns whose boxes stand near what needs them (one barycentre sweep from the left)."""
    columns: list[list[str]] = [[] for _ in range(max(levels.values(), default=-1) + 1)]
    for name in vertices:
        columns[levels[name]].append(name)
    rank: dict[str, float] = {}
    for column in columns:
        wanted = {}
        for number, name in enumerate(column):
            users = [rank[v.name] for v in vertices.values() if name in v.needs and v.name in rank]
            wanted[name] = sum(users) / len(users) if users else float(number)
        column.sort(key=wanted.__getitem__)
        rank |= {name: number / len(column) * 10 for number, name in enumerate(column)}
    return columns


def _box(vertex: Vertex, x: float, y: float) -> Markup:
    css = "hb-box hb-strong" if vertex.strong else "hb-box"
    box = rect(x, y - _BOX_HEIGHT / 2, _BOX_WIDTH, _BOX_HEIGHT, css)
    label = lines_of_text(x + _BOX_WIDTH / 2, y, wrapped(vertex.label, _BOX_WIDTH - 10), "hb-box-label", "middle")
    return linked(vertex.href, box + label)
