"""Places in files."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from generator.position import Position


def test_a_position_is_shown_as_file_line_and_column() -> None:
    assert str(Position("plans/fire.yml", 12, 5, 12, 9)) == "plans/fire.yml:12:5"


def test_a_whole_file_is_shown_by_its_name() -> None:
    assert str(Position("plans/fire.yml")) == "plans/fire.yml"


def test_positions_are_in_the_order_of_files_lines_and_columns() -> None:
    places = {
        Position("a.yml"),
        Position("a.yml", 2, 1, 2, 3),
        Position("a.yml", 2, 10, 2, 11),
        Position("a.yml", 10, 1, 10, 2),
        Position("b.yml"),
    }
    assert [(at.file, at.line, at.column) for at in sorted(places)] == [
        ("a.yml", 0, 0),
        ("a.yml", 2, 1),
        ("a.yml", 2, 10),
        ("a.yml", 10, 1),
        ("b.yml", 0, 0),
    ]


@pytest.mark.parametrize(
    ("position", "last"),
    [
        (Position("a"), 0),
        (Position("a", 3, 4), 3),
        (Position("a", 3, 4, 3, 9), 3),
        (Position("a", 3, 4, 5, 2), 5),
        (Position("a", 3, 4, 5, 1), 4),
        (Position("a", 3, 4, 4, 1), 3),
        (Position("a", 3, 1, 3, 1), 3),
    ],
)
def test_the_last_line_is_one_of_which_a_character_belongs_to_the_stretch(position: Position, last: int) -> None:
    assert position.last_line == last


def test_equal_places_are_one() -> None:
    assert len({Position("a", 1, 2, 1, 3), Position("a", 1, 2, 1, 3), Position("a", 1, 2, 1, 4)}) == 2


def test_a_position_cannot_be_changed() -> None:
    position = Position("a")
    with pytest.raises(FrozenInstanceError):
        position.line = 3  # type: ignore[misc]
