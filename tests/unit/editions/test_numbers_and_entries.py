"""Editions are numbered by month, and EDITIONS.md tells what each changes."""

from __future__ import annotations

import pytest

from generator.editions.changelog import BEGINNING, edition_entry
from generator.editions.number import Edition
from generator.errors import HandbookError

TEXT = "# Editions\n\n## [2026.11.1] – 2026-11-30\n\nThird.\n\n### Roles\n\nMore.\n\n## 2026.11\nSecond.\n# End\nNo.\n"


@pytest.mark.parametrize("name", ["2026.11", "2026.01.1", "2026.11.9999", "0999.12"])
def test_a_number_is_written_as_it_was_read(name: str) -> None:
    assert str(Edition.parse(name)) == name
    assert Edition.parse(name).tag == f"edition/{name}"


@pytest.mark.parametrize(
    "name", ["", "2026.0", "2026.00", "2026.13", "26.11", "2026.11.0", "2026.11.01", "２０２６.11", "2026.11\n"]
)
def test_what_is_no_number_is_refused(name: str) -> None:
    assert Edition.known(name) is None
    with pytest.raises(HandbookError, match="is no edition"):
        Edition.parse(name)


def test_later_editions_are_greater() -> None:
    names = ["2025.12", "2026.02", "2026.11", "2026.11.1", "2026.11.2", "2026.11.10", "2026.12"]
    assert sorted(map(Edition.parse, reversed(names))) == [Edition.parse(name) for name in names]


@pytest.mark.parametrize(
    ("name", "entry"),
    [("2026.11.1", "Third.\n\n### Roles\n\nMore."), ("2026.11", "Second."), ("2026.1", ""), ("2026.12", "")],
)
def test_the_entry_of_an_edition_is_what_stands_under_its_own_heading(name: str, entry: str) -> None:
    found = Edition.known(name) or Edition(2026, 1)
    assert edition_entry(TEXT, found) == entry


def test_the_example_at_the_beginning_is_no_entry() -> None:
    assert edition_entry(BEGINNING, Edition(2026, 11)) == ""
