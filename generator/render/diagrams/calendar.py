"""The coming year of exercises, month by month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count

from markupsafe import Markup

from generator.model.control import add
from generator.model.duration import Duration, Unit
from generator.render.diagrams.svg import Picture, circle, line, linked, text, wrapped

_LABEL = 196.0
_MONTH = 46.5
_ROW = 36.0
_TOP = 28.0
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that comes again: its first day and the interval."""

    label: str
    href: str
    first: date
    every: Duration


def calendar(rows: tuple[Recurring, ...], start: date, title: str, month_name: Callable[[date], str]) -> Markup:
    """Draw twelve months from that of `start`, with a dot for every date."""
    months = [add(start.replace(day=1), Duration(number, Unit.MONTH)) for number in range(_MONTHS + 1)]
    width, height = _LABEL + _MONTH * _MONTHS + 8, _TOP + _ROW * len(rows) + 6
    shapes: list[Markup] = []
    for number, month in enumerate(months[:-1]):
        x = _LABEL + _MONTH * number
        shapes += [
            line(x, 6, x, height, "hb-grid"),
            text(x + _MONTH / 2, 18, month_name(month), "hb-tick", "middle"),
        ]
    words = []
    for number, row in enumerate(rows):
        middle = _TOP + _ROW * (number + 0.5)
        label = wrapped(row.label, _LABEL - 14)
        top = middle + 4 - (len(label) - 1) * 7
        lines = Markup("").join(text(0, top + at * 14, part, "hb-lane-label") for at, part in enumerate(label))
        shapes += [line(0, middle + _ROW / 2, width, middle + _ROW / 2, "hb-lane"), linked(row.href, lines)]
        days = _dates(row, months[0], months[-1])
        shapes += [circle(_x(day, months), middle, 6, "hb-date", f"{row.label}: {day.isoformat()}") for day in days]
        words.append(f"{row.label}: {', '.join(day.isoformat() for day in days)}.")
    return Picture("calendar", width, height, title, " ".join(words), tuple(shapes)).svg()


def _dates(row: Recurring, first: date, end: date) -> list[date]:
    days: list[date] = []
    day = row.first
    # Counted from the first day, so that the 31st comes back after a shorter month.
    for number in count(1):
        if day >= end:
            break
        if day >= first:
            days.append(day)
        following = add(row.first, Duration(row.every.amount * number, row.every.unit))
        if following <= day:
            break
        day = following
    return days


def _x(day: date, months: list[date]) -> float:
    number = next(n for n in range(_MONTHS) if months[n] <= day < months[n + 1])
    share = (day - months[number]).days / (months[number + 1] - months[number]).days
    return _LABEL + _MONTH * (number + share)
