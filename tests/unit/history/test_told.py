"""An entry of EDITIONS.md is taken apart into paragraphs and lists, and no word of it is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.history.told import Passage, passages

ENTRY = """After the drill.
In force from Monday.

- Shop manager: close the
  checkout.
- Owner: nothing is new.

Read it.
"""


def test_paragraphs_and_lists_keep_their_order() -> None:
    assert passages(ENTRY) == (
        Passage(False, ("After the drill. In force from Monday.",)),
        Passage(True, ("Shop manager: close the checkout.", "Owner: nothing is new.")),
        Passage(False, ("Read it.",)),
    )


def test_nothing_has_no_passages() -> None:
    assert passages("\n \n") == ()


@given(st.lists(st.sampled_from(["one", "two words", "- item", "  more", "* other", "", "+ third"])).map("\n".join))
def test_no_word_is_lost_and_none_is_told_twice(entry: str) -> None:
    told = " ".join(text for passage in passages(entry) for text in passage.texts)
    assert told.split() == re.sub(r"(?m)^\s*[-*+] ", "", entry).split()
