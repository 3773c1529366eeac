"""Ids, days, times of day, labels and prose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.text import Day, Id, Label, Prose, RequirementId, TimeOfDay


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("text", ["a", "fire", "level-1", "pci-12-10", "2026", "a" * 80])
def test_kebab_case_is_an_id(text: str) -> None:
    assert accepts(Id, text)


@pytest.mark.parametrize(
    "text", ["", "Fire", "fire_alarm", "fire alarm", "-fire", "fire-", "a--b", "火", "é", "a.b", "fire\n", "a" * 81, 5]
)
def test_anything_else_is_no_id(text: object) -> None:
    assert not accepts(Id, text)


@pytest.mark.parametrize("text", ["SCN-30", "ORG-01", "TEC-08", "AB-1", "ISO-8.5.2", "ABCDE-X"])
def test_a_requirement_has_an_area_and_a_number(text: str) -> None:
    assert accepts(RequirementId, text)


@pytest.mark.parametrize("text", ["scn-30", "S-1", "ABCDEF-1", "SCN30", "SCN-", "SCN-a", "SCN 30"])
def test_a_requirement_in_another_form_is_refused(text: str) -> None:
    assert not accepts(RequirementId, text)


def test_a_day_is_year_month_day() -> None:
    assert TypeAdapter(Day).validate_python("2028-02-29") == date(2028, 2, 29)
    assert TypeAdapter(Day).validate_python(date(2026, 1, 2)) == date(2026, 1, 2)


@pytest.mark.parametrize("text", ["2026-1-2", "20260102", "02.01.2026", "2026-01-02T00:00", "", 20260102, None])
def test_a_day_in_another_form_is_refused(text: object) -> None:
    with pytest.raises(ValidationError, match="not a date; write year-month-day, such as 2026-11-01"):
        TypeAdapter(Day).validate_python(text)


@pytest.mark.parametrize("text", ["2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01"])
def test_a_day_must_be_in_the_calendar(text: str) -> None:
    with pytest.raises(ValidationError, match="no such day in the calendar"):
        TypeAdapter(Day).validate_python(text)


@pytest.mark.parametrize("text", ["00:00", "09:30", "19:59", "23:59", "24:00"])
def test_a_time_of_day_has_two_digits_each(text: str) -> None:
    assert accepts(TimeOfDay, text)


@pytest.mark.parametrize("text", ["9:30", "09:60", "24:01", "25:00", "0930", "09:30:00", "09.30", 930, "09:30 "])
def test_a_time_in_another_form_is_refused(text: object) -> None:
    assert not accepts(TimeOfDay, text)


def test_a_label_is_one_line() -> None:
    assert TypeAdapter(Label).validate_python("  Fire \n\n  alarm\t! ") == "Fire alarm !"


def test_prose_keeps_its_paragraphs() -> None:
    assert TypeAdapter(Prose).validate_python("\n One.\n\n- two \n") == "One.\n\n- two"


@pytest.mark.parametrize("kind", [Label, Prose])
def test_words_must_not_be_empty(kind: Any) -> None:
    assert not accepts(kind, "")
    assert not accepts(kind, None)


@pytest.mark.parametrize("kind", [Label, Prose])
def test_words_must_not_be_blank(kind: Any) -> None:
    assert not accepts(kind, " \n ")
