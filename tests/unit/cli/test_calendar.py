"""`handbook calendar`: the file, its language and its day."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from generator.errors import HandbookError
from tests.unit.cli.companies import Company


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path)


def test_the_calendar_goes_to_standard_output_or_into_a_file(company: Company, tmp_path: Path) -> None:
    printed = company.run("calendar")
    assert printed.exit_code == 0
    target = tmp_path / "due.ics"
    assert company.run("calendar", "--output", str(target)).exit_code == 0
    assert target.read_bytes() == printed.stdout_bytes
    names = {str(event["UID"]).partition("@")[0] for event in Calendar.from_ical(target.read_bytes()).walk("VEVENT")}
    assert {"exercise.evacuation.2", "review.scenario.fire.1", "exercise.call-tree.2"} <= names


def test_the_calendar_looks_a_year_ahead_from_its_day(company: Company) -> None:
    later = company.run("calendar", "--as-of", "2027-11-22")
    assert later.output.count("exercise.call-tree.") > company.run("calendar").output.count("exercise.call-tree.")


def test_a_language_that_the_handbook_does_not_have_is_refused(company: Company) -> None:
    run = company.run("calendar", "--language", "fr")
    assert isinstance(run.exception, HandbookError)
    assert "`fr`" in run.exception.message
