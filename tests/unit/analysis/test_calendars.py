"""Business days and months in calendar days, at their longest and at their shortest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.analysis.calendars import (
    add_business_days,
    is_business_day,
    longest_calendar_days,
    longest_minutes,
    may_exceed,
    shortest_calendar_days,
    shortest_minutes,
)
from generator.model.duration import Duration

YEARS = range(2026, 2028)
DAY = 1440


def length(text: str) -> Duration:
    return Duration.parse(text)


def test_weekends_are_no_business_days_anywhere() -> None:
    assert not is_business_day(date(2026, 11, 21), None)
    assert is_business_day(date(2026, 11, 23), None)


def test_a_public_holiday_of_the_place_is_no_business_day() -> None:
    assert not is_business_day(date(2026, 10, 1), "CN")
    assert is_business_day(date(2026, 10, 1), "ES")


def test_a_holiday_of_a_part_of_a_country_counts_only_there() -> None:
    assert not is_business_day(date(2026, 10, 9), "ES-VC")
    assert is_business_day(date(2026, 10, 9), "ES-MD")


def test_a_saturday_that_is_worked_in_place_of_a_holiday_is_a_business_day() -> None:
    assert is_business_day(date(2026, 10, 10), "CN")


def test_an_unknown_part_falls_back_to_the_country_and_an_unknown_country_to_weekends() -> None:
    assert not is_business_day(date(2026, 10, 12), "ES-ZZ")
    assert is_business_day(date(2026, 10, 12), "XX")


def test_the_first_business_day_counted_is_the_one_after_the_start() -> None:
    assert add_business_days(date(2026, 11, 20), 1, None) == date(2026, 11, 23)
    assert add_business_days(date(2026, 11, 22), 2, None) == date(2026, 11, 24)


def test_no_business_days_end_on_the_day_they_start() -> None:
    assert add_business_days(date(2026, 11, 21), 0, "CN") == date(2026, 11, 21)


def test_a_long_holiday_is_skipped() -> None:
    assert add_business_days(date(2026, 9, 30), 1, "CN") == date(2026, 10, 8)


@pytest.mark.parametrize("place", ["CN", "ES-VC", None])
@pytest.mark.parametrize("count", [0, 1, 2, 5, 20])
def test_longest_and_shortest_are_those_of_every_start_in_the_years(place: str | None, count: int) -> None:
    starts = [date(2026, 1, 1) + timedelta(days=number) for number in range(730)]
    spans = [(add_business_days(start, count, place) - start).days for start in starts]
    assert longest_calendar_days(count, place, YEARS) == max(spans)
    assert shortest_calendar_days(count, place, YEARS) == min(spans)


def test_a_month_is_28_days_at_its_shortest_and_31_at_its_longest() -> None:
    assert shortest_minutes(length("1 month"), None, YEARS) == 28 * DAY
    assert longest_minutes(length("1 month"), None, YEARS) == 31 * DAY


def test_hours_are_as_long_as_they_are() -> None:
    assert shortest_minutes(length("72 h"), "CN", YEARS) == longest_minutes(length("72 h"), "CN", YEARS) == 72 * 60


def test_lengths_in_the_same_unit_are_compared_by_their_amount() -> None:
    assert not may_exceed(length("5 business days"), length("5 business days"), "CN", YEARS)
    assert may_exceed(length("6 business days"), length("5 business days"), "CN", YEARS)


def test_business_days_can_exceed_calendar_days_of_the_same_number() -> None:
    assert may_exceed(length("3 business days"), length("72 h"), None, YEARS)
    assert not may_exceed(length("72 h"), length("3 business days"), None, YEARS)
