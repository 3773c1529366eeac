from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.wording import Fate, segments

SIGNS = {Fate.SAME: ("", ""), Fate.REMOVED: ("[", "]"), Fate.ADDED: ("{", "}")}


def shown(before: str, after: str) -> str:
    return "".join(f"{SIGNS[s.fate][0]}{s.text}{SIGNS[s.fate][1]}" for s in segments(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Call the fire service now.", "Call the fire service.", "Call the fire service[ now]."),
        ("Wait within 1.5 hours.", "Wait within 1 hour.", "Wait within [1.5 hours]{1 hour}."),
        ("Send one car to the gate.", "Send two vans to the gate.", "Send [one car]{two vans} to the gate."),
        ("立即拨打火警电话", "立即拨打急救电话", "立即拨打[火警]{急救}电话"),
        ("Leave.", "Stay inside and close all doors", "[Leave.]{Stay inside and close all doors}"),
        ("", "New", "{New}"),
    ],
)  # fmt: skip
def test_a_change_is_shown_within_the_sentence(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


@given(st.text(alphabet="ab 火警.,1\n", max_size=40), st.text(alphabet="ab 火警.,1\n", max_size=40))
def test_both_texts_can_be_read_from_the_segments(before: str, after: str) -> None:
    found = segments(before, after)
    assert "".join(s.text for s in found if s.fate is not Fate.ADDED) == before
    assert "".join(s.text for s in found if s.fate is not Fate.REMOVED) == after
    assert all(s.text for s in found)
    assert all(one.fate is not other.fate for one, other in pairwise(found))


@given(st.text(alphabet="ab 火警.", min_size=1, max_size=40))
def test_a_text_that_stayed_is_one_segment(text: str) -> None:
    assert [(s.fate, s.text) for s in segments(text, text)] == [(Fate.SAME, text)]
