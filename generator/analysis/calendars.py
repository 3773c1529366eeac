"""How long a length of time is in calendar days: business days by public holidays, months by the calendar.

A length that must not be exceeded counts at its shortest, a length that the company allows itself at its longest.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from generator.model.control import add
from generator.model.duration import Duration, Unit

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = 1440
_WEEKEND = 5


class Count(StrEnum):
    """How a unit counts: it runs on, it skips days without business, or its length depends on the month."""

    RUNNING = "running time"
    BUSINESS_DAYS = "business days"
    CALENDAR = "months of the calendar"


def count_of(unit: Unit) -> Count:
    """The way in which a unit counts."""
    if unit is Unit.BUSINESS_DAY:
        return Count.BUSINESS_DAYS
    return Count.CALENDAR if unit in (Unit.MONTH, Unit.YEAR) else Count.RUNNING


def is_business_day(day: date, place: str | None) -> bool:
    """Whether offices are open; at a place without a known calendar only weekends are off."""
    calendar = _calendar(place, day.year) if place else None
    return day.weekday() < _WEEKEND if calendar is None else bool(calendar.is_working_day(day))


def add_business_days(start: date, count: int, place: str | None) -> date:
    """The last of `count` business days; the first one counted is the first after `start`."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_business_day(day, place)
    return day


@cache
def longest_calendar_days(count: int, place: str | None, years: range) -> int:
    """The most calendar days that business days take, whatever day of these years they start on."""
    return max(_spans(count, place, years))


@cache
def shortest_calendar_days(count: int, place: str | None, years: range) -> int:
    """The fewest calendar days that business days take, whatever day of these years they start on."""
    return min(_spans(count, place, years))


def longest_minutes(length: Duration, place: str | None, years: range) -> float:
    """Minutes of a length of time at its longest."""
    if length.unit is Unit.BUSINESS_DAY:
        return longest_calendar_days(_whole(length), place, years) * _DAY
    return _months(length, years)[1] * _DAY if count_of(length.unit) is Count.CALENDAR else length.minutes


def shortest_minutes(length: Duration, place: str | None, years: range) -> float:
    """Minutes of a length of time at its shortest."""
    if length.unit is Unit.BUSINESS_DAY:
        return shortest_calendar_days(_whole(length), place, years) * _DAY
    return _months(length, years)[0] * _DAY if count_of(length.unit) is Count.CALENDAR else length.minutes


def may_exceed(own: Duration, limit: Duration, place: str | None, years: range) -> bool:
    """Whether `own` can last longer than `limit` on some day; lengths in the same unit run over the same days."""
    if own.unit is limit.unit:
        return own.amount > limit.amount
    return longest_minutes(own, place, years) > shortest_minutes(limit, place, years)


def _whole(length: Duration) -> int:
    return int(-(-length.amount // 1))


@cache
def _calendar(place: str, year: int) -> HolidayBase | None:
    # Loaded only where a plan counts in business days: it would cost every other run a tenth of a second.
    from holidays import country_holidays

    country, _, part = place.partition("-")
    for subdivision in dict.fromkeys((part or None, None)):
        try:
            return country_holidays(country, subdiv=subdivision, years=year)
        except NotImplementedError:
            continue
    return None


@cache
def _spans(count: int, place: str | None, years: range) -> tuple[int, ...]:
    """Calendar days from each day of the years to the last of the business days that follow."""
    first, last = date(years.start, 1, 1), date(years.stop - 1, 12, 31)
    after = years.stop + count // 200
    open_days = [day for year in range(years.start, after + 1) for day in _open_days(place, year)]
    spans, passed = [], 0
    for day in _days(first, last):
        passed += open_days[passed] <= day
        spans.append((open_days[passed + count - 1] - day).days if count else 0)
    return tuple(spans)


@cache
def _open_days(place: str | None, year: int) -> tuple[date, ...]:
    return tuple(day for day in _days(date(year, 1, 1), date(year, 12, 31)) if is_business_day(day, place))


@cache
def _months(length: Duration, years: range) -> tuple[int, int]:
    """Fewest and most calendar days of months or years that start on a day of these years."""
    days = _days(date(years.start, 1, 1), date(years.stop - 1, 12, 31))
    spans = [(add(day, length) - day).days for day in days]
    return min(spans), max(spans)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
