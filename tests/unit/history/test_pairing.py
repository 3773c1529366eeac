from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.history.pairing import alike_words, names, never_alike, paired


def test_an_edited_sentence_is_paired_with_what_it_was() -> None:
    before = ["Keep calm.", "Test the alarm every week."]
    after = ["Test the alarm and the lamps every week.", "Keep calm.", "Close the doors."]
    found = paired(before, after, alike_words)
    assert (found.pairs, found.went, found.came) == (((0, 1), (1, 0)), (), (2,))
    assert found.reordered


def test_the_most_alike_are_paired_first() -> None:
    found = paired(["a b c d"], ["a b x y", "a b c x"], alike_words)
    assert found.pairs == ((0, 1),)


def test_ids_are_never_taken_for_one_another() -> None:
    found = paired(["fire-service"], ["fire-services"], never_alike)
    assert (found.went, found.came) == ((0,), (0,))


def test_alike_names_are_counted() -> None:
    assert names(["a", "b", "a"]) == ("a", "b", "a #2")


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_every_item_has_one_fate(before: list[str], after: list[str]) -> None:
    found = paired(before, after, alike_words)
    assert sorted([*(old for old, _ in found.pairs), *found.went]) == list(range(len(before)))
    assert sorted([*(new for _, new in found.pairs), *found.came]) == list(range(len(after)))
    assert all(before[old] == after[new] for old, new in found.pairs)
