"""Text that fits, and shapes that are valid whatever the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.diagrams.svg import Picture, circle, fitted, linked, rect, text, text_width, wrapped
from tests.unit.render.drawn import Drawn

WORDS = st.text(alphabet="ab cd付款 异常,.-", max_size=80)
AWKWARD = "R&D <b>\"x\"</b> 'y' 付款"


def test_chinese_characters_are_wider_than_latin_ones() -> None:
    assert text_width("付款") > 1.5 * text_width("ab")
    assert text_width("abab") == 2 * text_width("ab")


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert fitted("short", 200) == "short"
    assert wrapped("short words", 200) == ["short words"]
    assert wrapped("", 200) == []


@pytest.mark.parametrize("long", ["A very long name that does not fit", "一个放不下的非常长的中文名称一个放不下"])
def test_a_text_that_does_not_fit_is_cut_with_an_ellipsis(long: str) -> None:
    cut = fitted(long, 100)
    assert cut.endswith("…")
    assert long.startswith(cut[:-1])
    assert 60 < text_width(cut) <= 100


def test_latin_text_breaks_between_words() -> None:
    assert wrapped("Customer service lead", 130) == ["Customer service", "lead"]


def test_chinese_text_breaks_between_characters() -> None:
    lines = wrapped("客户服务中心负责人", 13 * 5)
    assert lines == ["客户服务中", "心负责人"]


def test_a_word_longer_than_the_line_is_broken_rather_than_let_out() -> None:
    first, second = wrapped("Donaudampfschifffahrt", 80)
    assert text_width(first) <= 80
    assert (first + second) == "Donaudampfschifffahrt"


@given(WORDS, st.integers(20, 200), st.integers(1, 4))
def test_lines_never_are_wider_than_asked_for_nor_more(words: str, width: int, most: int) -> None:
    words = words.strip()
    lines = wrapped(words, width, most)
    assert len(lines) <= most
    assert all(text_width(line) <= width for line in lines)
    shown = "".join(lines).replace(" ", "")
    everything = words.replace(" ", "")
    assert shown == everything or (shown.endswith("…") and everything.startswith(shown[:-1]))


def test_words_are_escaped_everywhere() -> None:
    shapes = (
        text(0, 0, AWKWARD),
        rect(0, 0, 5, 5, "box", AWKWARD),
        circle(0, 0, 3, "dot", AWKWARD),
        linked('a.html?x="1"&y', text(0, 9, "in")),
    )
    drawn = Drawn.of(Picture("p", 10, 10, AWKWARD, AWKWARD, shapes).svg())
    assert drawn.title == drawn.description == AWKWARD
    assert drawn.texts == [AWKWARD, "in"]
    assert [element.text for element in drawn.svg.iter("title")] == [AWKWARD] * 3
    assert drawn.links == ['a.html?x="1"&y']


def test_a_picture_is_named_for_those_who_cannot_see_it_and_reached_by_keyboard() -> None:
    drawn = Drawn.of(Picture("map", 300, 120, "Map", "A to B.", ()).svg())
    assert drawn.is_accessible()
    assert (drawn.title, drawn.description) == ("Map", "A to B.")
    assert drawn.box.attrib["tabindex"] == "0"
    assert drawn.box.attrib["aria-label"] == "Map"
    # Not "img": a picture holds links, which an image would hide from a screen reader.
    assert drawn.svg.attrib["role"] == "group"
    assert drawn.svg.attrib["viewBox"] == "0 0 300 120"


def test_a_tip_is_left_out_where_there_is_nothing_to_say() -> None:
    assert "<title>" not in rect(0, 0, 1, 1, "box")
    assert "<title>" not in circle(0, 0, 1, "dot")
