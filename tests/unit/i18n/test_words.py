"""Translated words, and what readers get where there are none."""

from __future__ import annotations

from enum import StrEnum

import pytest

from generator.i18n.labels import name_of
from generator.i18n.words import Translator, Words
from generator.model.acts import Part, PhaseId
from generator.model.communication import Direction
from generator.model.technical import Layer, SystemKind

CHINESE = Translator(
    "zh",
    "en",
    {"Call.": "打电话。", "Empty.": ""},
    {"Role": "角色", "%(num)s plan": ("%(num)s 份预案",)},
)


def test_a_translated_sentence_carries_no_mark_of_language() -> None:
    assert CHINESE.words("Call.") == Words("打电话。", None)


@pytest.mark.parametrize("text", ["Run.", "Empty."])
def test_a_sentence_without_translation_falls_back_to_the_source_with_its_language(text: str) -> None:
    assert CHINESE.words(text) == Words(text, "en")


def test_in_the_language_of_the_plans_nothing_is_translated_or_marked() -> None:
    assert Translator("en", "en", {"Call.": "Ring."}).words("Call.") == Words("Call.", None)


def test_plans_in_another_source_language_are_marked_with_that() -> None:
    assert Translator("en", "zh").words("打电话。") == Words("打电话。", "zh")


def test_a_label_without_translation_stays_english() -> None:
    assert (CHINESE.gettext("Role"), CHINESE.gettext("Owner")) == ("角色", "Owner")


def test_a_label_with_plural_forms_is_no_plain_label() -> None:
    assert CHINESE.gettext("%(num)s plan") == "%(num)s plan"


@pytest.mark.parametrize("number", [0, 1, 2, 100])
def test_a_language_with_one_form_uses_it_for_every_number(number: int) -> None:
    assert CHINESE.ngettext("%(num)s plan", "%(num)s plans", number) == "%(num)s 份预案"


@pytest.mark.parametrize(("number", "form"), [(0, "pasos"), (1, "paso"), (2, "pasos")])
def test_a_language_with_two_forms_uses_the_first_for_one(number: int, form: str) -> None:
    spanish = Translator("es", "en", {}, {"step": ("paso", "pasos")})
    assert spanish.ngettext("step", "steps", number) == form


@pytest.mark.parametrize(("number", "form"), [(0, "steps"), (1, "step"), (2, "steps")])
def test_without_a_translation_the_english_forms_are_used(number: int, form: str) -> None:
    assert CHINESE.ngettext("step", "steps", number) == form


def test_values_that_spell_alike_have_names_of_their_own() -> None:
    assert str(Layer.APPLICATION) == str(SystemKind.APPLICATION)
    assert name_of(Layer.APPLICATION) != name_of(SystemKind.APPLICATION)


@pytest.mark.parametrize("kind", [PhaseId, Part, Layer, SystemKind, Direction])
def test_values_of_one_kind_have_different_names(kind: type[StrEnum]) -> None:
    names = [name_of(value) for value in kind]
    assert all(names)
    assert len(names) == len(set(names))
