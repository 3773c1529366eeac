"""How much of each kind falls due in which month."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from generator.render.diagrams.svg import Picture, circle, fitted, line, linked, text

_LABEL = 170.0
_COLUMN = 52.0
_ROW = 36.0
_TOP = 28.0
_SMALLEST, _LARGEST = 8.0, 16.0
_BASELINE = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A month, or what comes before or after all months."""

    label: str
    href: str
    """Empty if there is nothing to link to."""
    alarm: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A kind of thing and how many of it stand in each column."""

    label: str
    counts: tuple[int, ...]


def year(lanes: tuple[Lane, ...], columns: tuple[Column, ...], title: str) -> Markup:
    """Draw a row for each lane, with a disc in each column whose area grows with the number in it."""
    width, height = _LABEL + _COLUMN * len(columns) + 8, _TOP + _ROW * len(lanes) + 6
    shapes = [_head(number, column, height) for number, column in enumerate(columns)]
    for row, lane in enumerate(lanes):
        middle = _TOP + _ROW * (row + 0.5)
        shapes.append(line(0, middle + _ROW / 2, width, middle + _ROW / 2, "hb-lane"))
        shapes.append(text(0, middle + _BASELINE, fitted(lane.label, _LABEL - 10), "hb-lane-label"))
        for number, (column, count) in enumerate(zip(columns, lane.counts, strict=True)):
            if count:
                shapes.append(_disc(_centre(number), middle, count, lane, column))
    return Picture("due-year", width, height, title, _words(lanes, columns), tuple(shapes)).svg()


def _centre(number: int) -> float:
    return _LABEL + _COLUMN * (number + 0.5)


def _head(number: int, column: Column, height: float) -> Markup:
    css = "hb-tick hb-alarm-label" if column.alarm and column.href else "hb-tick"
    label = text(_centre(number), 18, column.label, css, "middle")
    rule = line(_LABEL + _COLUMN * number, 6, _LABEL + _COLUMN * number, height, "hb-grid")
    return rule + (linked(column.href, label) if column.href else label)


def _disc(x: float, y: float, count: int, lane: Lane, column: Column) -> Markup:
    radius = min(_LARGEST, _SMALLEST * sqrt(count) ** 0.5)
    css = "hb-date hb-date-late" if column.alarm else "hb-date"
    tip = f"{lane.label}, {column.label}: {count}"
    disc = circle(x, y, radius, css, tip)
    return linked(column.href, disc + text(x, y + _BASELINE, str(count), "hb-date-number", "middle"))


def _words(lanes: tuple[Lane, ...], columns: tuple[Column, ...]) -> str:
    told = []
    for number, column in enumerate(columns):
        counts = [f"{lane.label} {lane.counts[number]}" for lane in lanes if lane.counts[number]]
        if counts:
            told.append(f"{column.label}: {', '.join(counts)}.")
    return " ".join(told)
