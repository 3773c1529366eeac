"""Days that follow from other days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.control import DocumentControl, add
from generator.model.duration import Duration


@pytest.mark.parametrize(
    ("day", "length", "later"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2028-01-31", "1 month", "2028-02-29"),
        ("2026-01-31", "2 months", "2026-03-31"),
        ("2026-03-31", "1 month", "2026-04-30"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2026-11-30", "1 month", "2026-12-30"),
        ("2026-12-31", "1 month", "2027-01-31"),
        ("2026-12-01", "12 months", "2027-12-01"),
        ("2026-10-20", "27 months", "2029-01-20"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2028-02-29", "4 years", "2032-02-29"),
        ("2026-01-31", "0.5 years", "2026-07-31"),
        ("2026-02-27", "2 days", "2026-03-01"),
        ("2026-12-25", "1 week", "2027-01-01"),
        ("2026-10-20", "48 h", "2026-10-22"),
        ("2026-10-20", "30 min", "2026-10-20"),
        ("2026-10-20", "0 days", "2026-10-20"),
    ],
)
def test_a_length_of_time_leads_to_a_day_of_the_calendar(day: str, length: str, later: str) -> None:
    assert add(date.fromisoformat(day), Duration.parse(length)) == date.fromisoformat(later)


def control(**fields: Any) -> DocumentControl:
    head = {"version": "1.0.0", "status": "approved", "owner": "a", "approver": "b", "review_every": "6 months"}
    return DocumentControl.model_validate(head | fields)


def revision(on: str, version: str = "1.0.0") -> dict[str, str]:
    return {"version": version, "on": on, "by": "a", "change": "Something."}


def test_a_review_is_due_its_interval_after_the_approval() -> None:
    assert control(approved_on="2026-08-31").review_due_on == date(2027, 2, 28)


def test_the_approval_counts_even_if_a_revision_is_younger() -> None:
    due = control(approved_on="2026-08-31", revisions=[revision("2026-12-01")]).review_due_on
    assert due == date(2027, 2, 28)


def test_without_approval_the_last_revision_counts_wherever_it_stands() -> None:
    revisions = [revision("2026-05-01"), revision("2026-07-15"), revision("2026-06-01")]
    assert control(revisions=revisions).review_due_on == date(2027, 1, 15)


def test_without_approval_and_revision_no_review_is_due() -> None:
    assert control().review_due_on is None


@pytest.mark.parametrize("version", ["1.0", "1", "v1.0.0", "1.0.0.0", "1.0.0-rc1", "1.0.0\n"])
def test_a_version_has_three_numbers(version: str) -> None:
    with pytest.raises(ValidationError, match="version"):
        control(version=version)


def test_versions_are_compared_by_their_numbers() -> None:
    revisions = control(revisions=[revision("2026-05-01", "1.9.12"), revision("2026-06-01", "1.10.2")]).revisions
    assert [entry.number for entry in revisions] == [(1, 9, 12), (1, 10, 2)]


@pytest.mark.parametrize("days", [("2026-05-01", "2026-06-01"), ("2026-06-01", "2026-05-01")])
def test_the_history_begins_with_the_oldest_revision_however_it_is_written(days: tuple[str, ...]) -> None:
    head = control(revisions=[revision(day) for day in days])
    assert [entry.on for entry in head.history] == [date(2026, 5, 1), date(2026, 6, 1)]


@pytest.mark.parametrize(("day", "version"), [
    ("2026-02-28", None), ("2026-03-01", "1.0.0"), ("2026-04-01", "1.1.0"), ("2026-04-30", "1.1.0"),
    ("2026-06-01", "2.0.0"),
])  # fmt: skip
def test_the_version_of_a_day_is_the_last_that_the_history_had_reached(day: str, version: str | None) -> None:
    history = [revision("2026-05-01", "2.0.0"), revision("2026-04-01", "1.1.0"), revision("2026-03-01", "1.0.0")]
    assert control(revisions=history).version_on(date.fromisoformat(day)) == version


def test_of_versions_of_one_day_the_highest_is_that_of_the_day() -> None:
    history = [revision("2026-03-01", "1.9.0"), revision("2026-03-01", "1.10.0")]
    assert control(revisions=history).version_on(date(2026, 3, 1)) == "1.10.0"


def test_the_newest_revision_is_that_of_the_latest_day_and_then_of_the_highest_version() -> None:
    entries = [revision("2026-06-01", "1.2.0"), revision("2026-06-01", "1.10.0"), revision("2026-05-01", "2.0.0")]
    newest = control(revisions=entries).newest
    assert newest is not None
    assert newest.version == "1.10.0"
    assert control().newest is None


@pytest.mark.parametrize(("status", "retired"), [("retired", True), ("approved", False), ("draft", False)])
def test_only_a_retired_plan_is_retired(status: str, retired: bool) -> None:
    assert control(status=status).retired is retired


def test_control_cannot_be_changed() -> None:
    head = control()
    with pytest.raises(ValidationError, match="frozen"):
        head.version = "2.0.0"  # type: ignore[misc]
