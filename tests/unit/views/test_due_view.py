"""What falls due, month by month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.analysis.agenda import Occasion, agenda
from generator.analysis.facts import Facts
from generator.views.due import OCCASION_NAMES, DueView, view_due
from generator.views.sitemap import Sitemap
from tests.unit.analysis.sample_plans import AS_OF, exercise, exercises, handbook


def due(facts: Facts) -> DueView:
    return view_due(facts, Sitemap.of(facts.handbook))


def drills(*days: str) -> DueView:
    """Exercises that come back once in ten years, on these days, beside the reviews of the plans."""
    entries = (exercise(f"drill-{day}", every="10 years", next_on=day) for day in days)
    return due(Facts(handbook(exercises(*entries)), AS_OF))


def placed(view: DueView) -> dict[str, list[str]]:
    kept = ((group.anchor, [row for row in group.rows if row.occasion is Occasion.EXERCISE]) for group in view.groups)
    return {anchor: [row.on.isoformat() for row in rows] for anchor, rows in kept if rows}


def test_every_kind_of_appointment_has_a_name() -> None:
    assert set(OCCASION_NAMES) == set(Occasion)
    assert len(set(OCCASION_NAMES.values())) == len(Occasion)


def test_what_is_overdue_comes_first_then_month_by_month_then_the_rest() -> None:
    view = drills("2026-11-21", "2026-11-22", "2026-12-31", "2027-10-31", "2027-11-01", "2030-05-05")
    assert placed(view) == {
        "overdue": ["2026-11-21"],
        "month-2026-11": ["2026-11-22"],
        "month-2026-12": ["2026-12-31"],
        "month-2027-10": ["2027-10-31"],
        "later": ["2027-11-01", "2030-05-05"],
    }


def test_there_are_twelve_months_even_where_nothing_falls_due() -> None:
    months = [group.month for group in drills().groups if group.month]
    assert months == [*(date(2026, month, 1) for month in (11, 12)), *(date(2027, month, 1) for month in range(1, 11))]


@pytest.mark.parametrize(("days", "overdue"), [(-1, True), (0, False), (1, False)])
def test_something_is_overdue_from_the_day_after_it_was_due(days: int, overdue: bool) -> None:
    rows = drills((AS_OF + timedelta(days=days)).isoformat()).rows
    (row,) = (row for row in rows if row.occasion is Occasion.EXERCISE)
    assert (row.days_left, row.overdue) == (days, overdue)


def test_what_falls_due_soon_is_neither_overdue_nor_more_than_30_days_away() -> None:
    days = (-1, 0, 30, 31)
    view = drills(*((AS_OF + timedelta(days=number)).isoformat() for number in days))
    others = sum(row.occasion is not Occasion.EXERCISE and 0 <= row.days_left <= 30 for row in view.rows)
    assert view.soon == 2 + others


def test_every_appointment_stands_in_one_group_with_words_and_an_existing_place(bundled_facts: Facts) -> None:
    view = due(bundled_facts)
    sitemap = Sitemap.of(bundled_facts.handbook)
    assert [(row.on, row.occasion, row.role) for row in view.rows] == [
        (found.on, found.occasion, found.role) for found in agenda(bundled_facts)
    ]
    assert all(row.title for row in view.rows)
    assert all(row.location in sitemap.locations.values() for row in view.rows)
    for group in view.groups:
        assert sum(group.count(occasion) for occasion in Occasion) == len(group.rows)
    assert view.filled == tuple(group for group in view.groups if group.rows)


def test_a_waiver_is_told_by_its_rule_and_its_reason(bundled_facts: Facts) -> None:
    waivers = bundled_facts.handbook.waivers.values()
    rows = [row for row in due(bundled_facts).rows if row.occasion is Occasion.WAIVER]
    assert {(row.rule, row.title) for row in rows} == {(waiver.rule, waiver.reason) for waiver in waivers}
    assert all(row.rule is None for row in due(bundled_facts).rows if row.occasion is not Occasion.WAIVER)
