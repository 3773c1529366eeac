from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checker.edits import apply_edits, edits_by_file
from generator.finding import Edit, Finding
from generator.position import Position
from generator.source import read_document


def at(line: int, column: int, end: int, file: str = "a.yml") -> Position:
    return Position(file, line, column, line, end)


def test_only_the_named_stretch_changes() -> None:
    text = "a: 1  # why\nb: [x,  y]\r\n"
    assert apply_edits(text, [Edit(at(1, 4, 5), "2"), Edit(at(2, 9, 10), "z")]) == "a: 2  # why\nb: [x,  z]\r\n"


def test_an_empty_stretch_is_an_insertion() -> None:
    assert apply_edits("b: [x]", [Edit(at(1, 6, 6), ", y")]) == "b: [x, y]"


def test_edits_of_one_line_do_not_shift_one_another() -> None:
    assert apply_edits("ab", [Edit(at(1, 1, 2), "long"), Edit(at(1, 2, 3), "x")]) == "longx"


@given(st.text(alphabet="ab:# \n路", max_size=80))
def test_without_edits_nothing_changes(text: str) -> None:
    assert apply_edits(text, []) == text


def test_the_same_edit_of_two_findings_is_made_once_and_overlapping_ones_are_dropped() -> None:
    same = Edit(at(1, 1, 4), "x")
    findings = [
        Finding("one", "m", at(1, 1, 4), edits=(same,)),
        Finding("two", "m", at(1, 1, 4), edits=(same, Edit(at(1, 2, 3), "y"))),
        Finding("three", "m", at(1, 1, 2, "b.yml"), edits=(Edit(at(1, 1, 2, "b.yml"), "z"),)),
    ]
    assert edits_by_file(findings) == {"a.yml": (same,), "b.yml": (Edit(at(1, 1, 2, "b.yml"), "z"),)}


def test_insertions_at_one_place_are_all_made_in_order() -> None:
    first, second = Edit(at(1, 6, 6), ", y"), Edit(at(1, 6, 6), ", z")
    findings = [Finding("one", "m", at(1, 1, 2), edits=(first,)), Finding("two", "m", at(1, 1, 2), edits=(second,))]
    assert apply_edits("b: [x]", edits_by_file(findings)["a.yml"]) == "b: [x, y, z]"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_are_counted_as_the_reader_counts_them(end: str, mark: str) -> None:
    text = f"{mark}a: one{end}b: 路 # 火{end}c: two{end}"
    root = read_document(text.encode(), "a.yml").root
    assert root is not None
    edits = [Edit(place, "new") for place in root.value_positions.values()]
    assert apply_edits(text, edits) == f"{mark}a: new{end}b: new # 火{end}c: new{end}"
