"""All words that stand in the plans."""

from __future__ import annotations

import pytest

from generator.analysis.wording import WordIndex, Wording, word_fields, wordings
from generator.model.communication import Statement
from generator.model.contacts import ContactWay
from generator.model.element import text_fields
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from tests.unit.analysis.sample_plans import handbook, organization, person, phone, scenario, step


def test_words_are_told_with_the_element_and_the_path_that_leads_to_them() -> None:
    book = handbook(scenario(step("see"), prevention=["Lock up.", "Sweep."]))
    found = [w for w in wordings(book) if isinstance(w.element, Scenario) and w.path[0] == "prevention"]
    assert [(wording.path, wording.text) for wording in found] == [
        (("prevention", 0), "Lock up."),
        (("prevention", 1), "Sweep."),
    ]


def test_words_that_are_not_for_readers_count_too() -> None:
    book = handbook(organization(people=[person("ann", phone("+86 571 5550 1001"))]))
    assert "+86 571 5550 1001" in [w.text for w in wordings(book) if isinstance(w.element, ContactWay)]


def test_ids_references_and_fixed_choices_are_no_words() -> None:
    assert not {"id", "statement", "audiences", "channels", "approval", "contains"} & {*word_fields(Statement)}


def test_no_text_of_a_reader_is_passed_over(bundled_handbook: Handbook) -> None:
    read = {(id(wording.element), wording.path[0]) for wording in wordings(bundled_handbook)}
    for part in bundled_handbook.parts:
        for element in part.walk():
            written = {field for field in text_fields(type(element)) if getattr(element, field)}
            assert {(id(element), field) for field in written} <= read


def sample(*texts: str) -> list[Wording]:
    return [Wording(scenario(step("see")), (number,), text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("hints", "found"),
    [
        (("key",), ["The KEY", "key, key and key"]),
        (("lock", "key"), ["The KEY", "key, key and key", "İ lock"]),
        (("lock", "the k"), ["The KEY", "İ lock"]),
        (("door",), []),
        (("y\nkey",), []),
        ((), []),
    ],
)
def test_texts_that_hold_a_hint_are_found_in_order_and_once(hints: tuple[str, ...], found: list[str]) -> None:
    index = WordIndex.of(sample("The KEY", "key, key and key", "", "İ lock"))
    assert [wording.text for wording in index.holding(*hints)] == found


def test_the_index_finds_in_the_bundled_plans_what_a_plain_search_finds(bundled_handbook: Handbook) -> None:
    every = tuple(wordings(bundled_handbook))
    for hint in ("the", "duty manager", "%"):
        plain = [wording for wording in every if hint in wording.text.lower()]
        assert plain
        assert list(WordIndex.of(every).holding(hint)) == plain
