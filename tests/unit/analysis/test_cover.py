"""At which hours of the week somebody is on duty."""

from __future__ import annotations

import pytest

from generator.analysis.cover import WEEK, Span, manned, on_duty, open_hours
from generator.model.handbook import Handbook
from generator.model.organization import Weekday
from tests.unit.analysis.sample_plans import Fields, handbook, organization, person, role

DAY = 1440
HOUR = 60
WORKDAYS = [day.value for day in Weekday][:5]


def shift(starts: str, ends: str, *people: str, duty: str = "desk", **more: object) -> Fields:
    name = f"{duty}-{starts}-{ends}".replace(":", "")
    given = list(people) or ["ann"]
    return {"id": name, "title": name, "role": duty, "starts": starts, "ends": ends, "people": given, **more}


def book(*shifts: Fields) -> Handbook:
    people = [person("ann"), person("ben"), person("cat", status="on-leave"), person("dan", status="left")]
    return handbook(organization([role("desk"), role("watch")], people, shifts=list(shifts)))


def test_a_role_without_shifts_is_never_on_duty() -> None:
    assert open_hours(book(), "desk") == (Span(0, WEEK),)
    assert open_hours(book(shift("00:00", "24:00")), "watch") == (Span(0, WEEK),)


@pytest.mark.parametrize(
    "shifts",
    [
        [shift("00:00", "24:00")],
        [shift("08:00", "08:00")],
        [shift("08:00", "20:00"), shift("20:00", "08:00")],
        [shift("00:00", "09:00"), shift("08:00", "17:00"), shift("16:00", "24:00")],
    ],
    ids=["one long shift", "from morning to morning", "one over midnight", "overlapping"],
)
def test_shifts_that_meet_leave_nothing_open(shifts: list[Fields]) -> None:
    assert open_hours(book(*shifts), "desk") == ()


def test_each_evening_left_open_is_a_span_of_its_own() -> None:
    gaps = open_hours(book(shift("00:00", "20:00")), "desk")
    assert gaps == tuple(Span(day * DAY + 20 * HOUR, (day + 1) * DAY) for day in range(7))
    assert sum(gap.hours for gap in gaps) == 28


def test_a_night_left_open_goes_on_from_sunday_to_monday() -> None:
    gaps = open_hours(book(shift("08:00", "20:00")), "desk")
    assert len(gaps) == 7
    assert gaps[-1] == Span(6 * DAY + 20 * HOUR, WEEK + 8 * HOUR)
    assert str(gaps[-1]) == "Sunday 20:00 to Monday 08:00"
    assert gaps[0] == Span(20 * HOUR, DAY + 8 * HOUR)


def test_weekdays_say_on_which_days_a_shift_begins() -> None:
    gaps = open_hours(book(shift("20:00", "08:00", weekdays=["sunday"])), "desk")
    assert gaps == (Span(8 * HOUR, 6 * DAY + 20 * HOUR),)
    (weekend,) = open_hours(book(shift("00:00", "24:00", weekdays=WORKDAYS)), "desk")
    assert str(weekend) == "Saturday 00:00 to Sunday 24:00"
    assert weekend.hours == 48


def test_several_roles_stand_in_for_each_other() -> None:
    both = book(shift("00:00", "12:00"), shift("12:00", "24:00", duty="watch"))
    assert open_hours(both, "desk", "watch") == ()
    assert len(open_hours(both, "desk")) == 7


def test_a_shift_counts_only_if_somebody_of_it_can_be_called_upon() -> None:
    absent = book(shift("00:00", "24:00", "cat", "dan"))
    assert open_hours(absent, "desk") == (Span(0, WEEK),)
    assert not any(manned(absent, found) for found in absent.shifts.values())
    assert open_hours(book(shift("00:00", "24:00", "cat", "ben")), "desk") == ()


def test_what_runs_into_the_next_week_counts_at_the_beginning() -> None:
    (night,) = book(shift("22:00", "06:00", weekdays=["sunday"])).shifts.values()
    assert sorted((span.starts, span.ends) for span in on_duty(night)) == [(0, 6 * HOUR), (WEEK - 2 * HOUR, WEEK)]


def test_the_bundled_duty_manager_is_on_duty_at_any_hour(bundled_handbook: Handbook) -> None:
    assert open_hours(bundled_handbook, "duty-manager") == ()
    assert open_hours(bundled_handbook, "general-manager") == (Span(0, WEEK),)
