"""Translations that changed: which sentences, in which plans, and what has to be approved again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from generator.analysis.approvals import ChangeKind, approvals, record_of
from generator.analysis.facts import Facts
from generator.analysis.fingerprint import translation_print
from generator.checker.engine import Inspection
from generator.finding import Report
from generator.i18n.catalogs import plan_texts
from generator.i18n.words import Translator
from generator.impact.files import FileChange
from generator.impact.impact import Impact, State, impact_of
from generator.impact.translations import Catalogs, LanguageChanges, TranslationChange, Turn
from generator.model.approval import ApprovalRecord
from generator.model.element import text_fields
from generator.model.handbook import Handbook
from tests.rules.overlay import AS_OF
from tests.unit.impact.bookshop import FIRE, Edit, book

CALL = "Call 119."
EVERY = {text.text: f"<{text.text}>" for text in plan_texts(book())}
"""A finished translation of each sentence."""
AGAIN: Edit = (FIRE, "do: Call 119.", "do: Call 119 at once.")
DRAFT: Edit = (FIRE, "status: approved,", "status: draft,")


def state(handbook: Handbook, catalogs: Catalogs, approved: Iterable[ApprovalRecord] = ()) -> State:
    facts = Facts(replace(handbook, approvals=tuple(approved)), AS_OF)
    return State(Inspection(Report()), facts, catalogs)


def impact(old: Catalogs, new: Catalogs, *edits: Edit, approved: Iterable[ApprovalRecord] = ()) -> Impact:
    return impact_of(state(book(), old), state(book(*edits), new, approved), ())


def changed(old: Mapping[str, str], new: Mapping[str, str], *edits: Edit) -> dict[str, TranslationChange]:
    """What changed in Spanish, by sentence."""
    (found,) = impact({"es": old}, {"es": new}, *edits).translations or (LanguageChanges("es"),)
    return {change.text.text: change for change in found.changes}


def approved_with(words: Mapping[str, str]) -> list[ApprovalRecord]:
    """Records of all plans whose readers of Spanish saw these words."""
    translator = Translator("es", "en", words)
    return [
        record_of(one, one.plan.control.approver, None, {"es": translation_print(one.plan, translator)}, AS_OF)
        for one in approvals(book())
    ]


def plans_with(text: str) -> set[str]:
    return {
        plan.id
        for plan in book().plans
        for element in plan.walk()
        for name in text_fields(type(element))
        if text in ([value] if isinstance(value := getattr(element, name), str) else value or ())
    }


@pytest.mark.parametrize("step", [1, 2, 7])
def test_told_are_exactly_the_sentences_whose_readers_see_other_words(step: int) -> None:
    chosen = list(EVERY)[::step]
    other = {text: f"{EVERY[text]}!" for text in chosen}
    found = changed(EVERY, EVERY | other)
    assert found.keys() == set(chosen)
    assert all((c.before, c.after, c.turn) == (EVERY[t], other[t], Turn.CHANGED) for t, c in found.items())
    assert changed(EVERY, EVERY) == {}
    assert impact({"es": EVERY}, {"es": EVERY}).nothing
    assert not impact({"es": EVERY}, {"es": EVERY | other}).nothing


def test_a_translation_that_came_is_new_and_the_other_way_round_it_is_lost() -> None:
    there, back = changed({}, {CALL: "Llame."}), changed({CALL: "Llame."}, {})
    assert [(c.turn, c.before, c.after) for c in there.values()] == [(Turn.NEW, "", "Llame.")]
    assert [(c.turn, c.before, c.after) for c in back.values()] == [(Turn.LOST, "Llame.", "")]


def test_what_readers_act_on_wrongly_comes_first() -> None:
    first, second, third, *_ = EVERY
    found = changed({second: "b", third: "c"}, {first: "a", third: "C"})
    assert list(found) == [third, second, first]


def test_sentences_that_are_new_or_changed_themselves_are_left_to_the_changes() -> None:
    assert changed({CALL: "Llame."}, {"Call 119 at once.": "Llame ya."}, AGAIN) == {}


def test_translations_of_what_no_plan_says_concern_nobody() -> None:
    assert changed({"Gone.": "a"}, {"Gone.": "b", "Never there.": "c"}) == {}


@pytest.mark.parametrize("text", list(EVERY)[::9])
def test_a_sentence_is_told_with_all_plans_in_which_it_stands(text: str) -> None:
    assert {plan.id for plan in changed(EVERY, EVERY | {text: "x"})[text].plans} == plans_with(text)


def test_languages_are_told_apart() -> None:
    old = {"es": {CALL: "a"}, "zh": {CALL: "a"}, "fr": {}}
    found = impact(old, {"es": {CALL: "a"}, "zh": {CALL: "b"}, "fr": {CALL: "c"}}).translations
    assert [(one.language, [change.after for change in one.changes]) for one in found] == [
        ("zh", ["b"]),
        ("fr", ["c"]),
    ]


def test_a_plan_is_approved_again_until_a_record_holds_its_new_words() -> None:
    new = EVERY | {CALL: "Llame al 120."}
    for records, again in ((approved_with(EVERY), {"fire"}), (approved_with(new), set()), ([], {"fire"})):
        (found,) = impact({"es": EVERY}, {"es": new}, approved=records).translations
        assert [change.again for change in found.changes] == [again]


def test_a_plan_that_is_not_in_force_is_approved_later_anyway() -> None:
    (change,) = changed(EVERY, EVERY | {CALL: "x"}, DRAFT).values()
    assert [plan.id for plan in change.plans] == ["fire"]
    assert change.again == set()


def test_a_catalog_that_could_not_be_read_is_told_instead_of_nothing() -> None:
    found = impact({}, {"es": EVERY})
    assert found.translations == (LanguageChanges("es", unread=True),)
    assert not found.nothing


def test_a_file_beside_the_plans_is_something() -> None:
    same = state(book(), {})
    file = FileChange("mkdocs.yml", ChangeKind.CHANGED)
    assert not impact_of(same, same, (file,)).nothing
    assert impact_of(None, same, (file,)).files == (file,)
    assert impact_of(same, State(Inspection(Report()), None), (file,)).files == (file,)
    assert impact_of(same, same, ()).nothing
    assert impact_of(same, same).nothing
