"""The timeline of a scenario: one lane a role, a bar for each step, a mark at its limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log1p

from markupsafe import Markup

from generator.render.diagrams.svg import Picture, circle, fitted, line, linked, rect, text, wrapped

_LANE = 38.0
_LABEL = 150.0
_WIDTH = 760.0
_TOP = 34.0
_TICKS = (0, 10, 30, 60, 120, 240, 480, 1440, 2880, 7200, 14400, 43200)


@dataclass(frozen=True, slots=True)
class Bar:
    """One step in the lane of its responsible role; times in minutes from activation."""

    lane: str
    number: int
    label: str
    starts: float
    ends: float
    limit: float
    href: str
    critical: bool


def timeline(bars: tuple[Bar, ...], title: str, say: Callable[[str], str], minutes: Callable[[float], str]) -> Markup:
    """Draw the lanes. The scale is logarithmic: the first minutes matter most and get most room."""
    lanes = tuple(dict.fromkeys(bar.lane for bar in bars))
    end = max(1.0, *(max(bar.limit, bar.ends) for bar in bars))
    height = _TOP + _LANE * len(lanes) + 10

    def x(minute: float) -> float:
        return _LABEL + (_WIDTH - _LABEL - 30) * log1p(minute / 8) / log1p(end / 8)

    shapes = [*_scale(x, end, height, minutes), *_lanes(lanes)]
    for bar in bars:
        shapes += _bar(bar, x, _TOP + _LANE * lanes.index(bar.lane), minutes, say)
    return Picture("timeline", _WIDTH, height, title, _in_words(bars, lanes, say, minutes), tuple(shapes)).svg()


def _scale(x: Callable[[float], float], end: float, height: float, minutes: Callable[[float], str]) -> list[Markup]:
    shapes, last = [], -100.0
    for tick in _TICKS:
        place = x(tick)
        if tick > end or place - last < 52:
            continue
        last = place
        shapes += [
            line(place, _TOP - 8, place, height - 6, "hb-grid"),
            text(place, 16, minutes(tick), "hb-tick", "middle"),
        ]
    return shapes


def _lanes(lanes: tuple[str, ...]) -> list[Markup]:
    shapes = []
    for number, lane in enumerate(lanes):
        top = _TOP + _LANE * number
        shapes.append(line(0, top + _LANE, _WIDTH, top + _LANE, "hb-lane"))
        label = wrapped(lane, _LABEL - 12)
        first = top + _LANE / 2 + 4 - (len(label) - 1) * 7
        shapes += [text(0, first + row * 14, words, "hb-lane-label") for row, words in enumerate(label)]
    return shapes


def _bar(
    bar: Bar,
    x: Callable[[float], float],
    top: float,
    minutes: Callable[[float], str],
    say: Callable[[str], str],
) -> list[Markup]:
    start, end, limit = x(bar.starts), x(bar.ends), x(bar.limit)
    width = max(end - start, 18.0)
    tip = f"{bar.number}. {bar.label} ({say('by')} {minutes(bar.limit)})"
    shape = rect(start, top + 8, width, 21, "hb-bar hb-critical" if bar.critical else "hb-bar", tip)
    number = text(start + width / 2, top + 23, fitted(str(bar.number), width), "hb-bar-number", "middle")
    mark = circle(limit, top + 18.5, 3.2, "hb-limit", tip)
    reach = line(start + width, top + 18.5, max(limit, start + width), top + 18.5, "hb-slack")
    return [reach, linked(bar.href, shape + number), mark]


def _in_words(
    bars: tuple[Bar, ...], lanes: tuple[str, ...], say: Callable[[str], str], minutes: Callable[[float], str]
) -> str:
    parts = []
    for lane in lanes:
        steps = "; ".join(f"{bar.number} {say('by')} {minutes(bar.limit)}" for bar in bars if bar.lane == lane)
        parts.append(f"{lane}: {steps}.")
    return " ".join(parts)
