"""Changes in words: the same facts in every language, and every sentence in the language it says it is in."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import get_args

import pytest

from generator.history.changes import Comparison
from generator.history.grouping import by_plan
from generator.history.wording import Fate
from generator.i18n.template_labels import template_labels
from generator.i18n.words import Translator
from generator.model.acts import Act
from generator.model.element import Element
from generator.model.governance import ConductPlan
from generator.model.handbook import Handbook
from generator.model.technical import TechnicalPlan
from generator.render.prose import plain_text
from generator.resources import package
from generator.views.change_labels import field_label, kind_label, phase_label, value_label
from generator.views.change_pieces import filled, listed, said, text_of
from generator.views.change_words import Line, Teller
from tests.unit.analysis.sample_plans import handbook, head, organization, person, role, scenario, step
from tests.unit.history.edits import PEOPLE, compared

ENGLISH = Translator("en", "en")
CHINESE = Translator(
    "zh",
    "en",
    {
        "Chief": "总管",
        "Clerk": "文员",
        "Title of organization": "公司",
        "Title of technical": "技术",
        "Call the guard.": "叫保安。",
        "Call the clerk.": "叫文员。",
    },
    {
        ", ": "、",
        "limit": "时限",
        "responsible": "执行岗位",
        "instruction": "做法",
        "new: %(facts)s": "新增：%(facts)s",
        "%(field)s %(value)s": "%(field)s：%(value)s",
        "%(field)s: %(value)s": "%(field)s：%(value)s",
        "%(field)s: %(before)s → %(after)s": "%(field)s：%(before)s → %(after)s",
        "added to %(field)s: %(values)s": "%(field)s，加入：%(values)s",
        "moved from %(before)s to %(after)s": "由%(before)s移至%(after)s",
        "Detect": "发现",
        "Report": "报告",
        "yes": "是",
        "no": "否",
    },
)
SPANISH = Translator(
    "es",
    "en",
    {"Chief": "Jefa", "Clerk": "Auxiliar"},
    {
        "limit": "límite",
        "responsible": "quién ejecuta",
        "new: %(facts)s": "nuevo: %(facts)s",
        "%(field)s %(value)s": "%(field)s: %(value)s",
    },
)


def lines(found: Comparison, translator: Translator) -> list[Line]:
    teller = Teller.for_pages(found, translator, {}, plain_text)
    return [line for plan in by_plan(found) for block in teller.blocks(plan) for line in block.lines]


def told(found: Comparison, translator: Translator) -> list[str]:
    return [text_of(line.words) for line in lines(found, translator)]


def only_line(found: Comparison, translator: Translator) -> Line:
    (line,) = lines(found, translator)
    return line


def models(base: type[Element] = Element) -> list[type[Element]]:
    return [model for child in base.__subclasses__() for model in (child, *models(child))]


def test_a_limit_is_told_in_the_words_and_with_the_lengths_of_each_language() -> None:
    found = compared(scenario(step("a", within="5 min")), scenario(step("a", within="3 h")))
    assert told(found, ENGLISH) == ["limit: 5 min → 3 hours"]
    assert told(found, CHINESE) == ["时限：5分钟 → 3小时"]
    assert told(found, SPANISH) == ["límite: 5 min → 3 horas"]


def test_a_step_that_came_is_told_with_titles_in_the_language_of_the_page() -> None:
    found = compared(scenario(step("a")), scenario(step("a"), step("b", responsible="clerk", accountable="clerk")))
    assert told(found, ENGLISH) == ["new: responsible Clerk, accountable Clerk, limit 10 min"]
    assert told(found, CHINESE) == ["新增：执行岗位：文员、accountable：文员、时限：10分钟"]
    assert told(found, SPANISH) == ["nuevo: quién ejecuta: Auxiliar, accountable: Auxiliar, límite: 10 min"]


def test_days_and_amounts_are_written_as_pages_write_them() -> None:
    before = scenario(control={"effective_on": "2026-02-10", "version": "1.0.0"})
    after = scenario(control={"effective_on": "2026-03-10", "version": "1.0.0"})
    assert told(compared(before, after), ENGLISH) == ["effective on 10 Feb 2026 → 10 Mar 2026"]
    assert "2026年2月10日 → 2026年3月10日" in told(compared(before, after), CHINESE)[0]


def test_words_without_a_translation_keep_the_mark_of_their_language() -> None:
    found = compared(scenario(), scenario(prevention=["Lock up."]))
    line = only_line(found, CHINESE)
    assert [(piece.text, piece.language) for piece in line.words] == [("prevention，加入：", None), ("Lock up.", "en")]
    assert {piece.language for piece in only_line(found, ENGLISH).words} == {None}


def test_names_of_people_and_ids_are_right_in_every_language() -> None:
    shift = {"id": "day", "title": "Day", "role": "clerk", "starts": "08:00", "ends": "20:00", "people": ["mei"]}
    teams = organization([role("clerk")], [person("mei")], shifts=[shift])
    other = organization([role("clerk")], [person("mei"), person("li")], shifts=[shift | {"people": ["mei", "li"]}])
    found = compared(handbook(teams), handbook(other))
    pieces = [piece for line in lines(found, CHINESE) for piece in line.words if "Li" in piece.text]
    assert pieces
    assert {piece.language for piece in pieces} == {None}
    after = compared(scenario(step("a"), step("b")), scenario(step("a"), step("b", after=["a"])))
    assert {piece.language for piece in only_line(after, CHINESE).words} == {None}


def test_a_wording_shows_pieces_of_the_translations_where_both_texts_have_one() -> None:
    found = compared(scenario(step("a", do="Call the guard.")), scenario(step("a", do="Call the clerk.")))
    words = only_line(found, CHINESE).words
    assert {piece.language for piece in words} == {None}
    assert text_of(piece for piece in words if piece.fate is not Fate.ADDED) == "做法：叫保安。"
    assert text_of(piece for piece in words if piece.fate is not Fate.REMOVED) == "做法：叫文员。"
    assert {piece.fate for piece in words} == set(Fate)


def test_a_wording_stays_in_the_source_language_where_one_text_has_no_translation() -> None:
    found = compared(scenario(step("a", do="Call the guard.")), scenario(step("a", do="Call the cook.")))
    words = only_line(found, CHINESE).words
    assert [(piece.fate, piece.text) for piece in words[-4:]] == [
        (Fate.SAME, "Call the "), (Fate.REMOVED, "guard"), (Fate.ADDED, "cook"), (Fate.SAME, "."),
    ]  # fmt: skip
    assert {piece.language for piece in words[-4:]} == {"en"}


def test_a_wording_whose_translation_did_not_change_shows_the_source() -> None:
    translator = Translator("zh", "en", {"Call teh guard.": "叫保安。", "Call the guard.": "叫保安。"})
    found = compared(scenario(step("a", do="Call teh guard.")), scenario(step("a", do="Call the guard.")))
    assert {piece.fate for piece in only_line(found, translator).words} == set(Fate)


def test_markup_of_plans_is_not_shown_unless_it_is_all_that_changed() -> None:
    loud = compared(scenario(step("a", do="Call **119** now.")), scenario(step("a", do="Call **110** now.")))
    assert "*" not in told(loud, ENGLISH)[0]
    marked = compared(scenario(step("a", do="Call 119 now.")), scenario(step("a", do="Call **119** now.")))
    assert "**" in told(marked, ENGLISH)[0]


def test_a_step_that_moved_names_its_phases_in_the_language_of_the_page() -> None:
    def phases(first: list[str], second: list[str]) -> Handbook:
        found = [{"id": "detect", "steps": [*map(step, first)]}, {"id": "report", "steps": [*map(step, second)]}]
        return handbook(PEOPLE, scenario(phases=found))

    found = compared(phases(["a", "b"], ["c"]), phases(["a"], ["b", "c"]))
    assert told(found, CHINESE) == ["由发现移至报告"]
    assert told(found, ENGLISH) == ["moved from detect to report"]


def test_a_thing_that_moved_to_another_plan_is_told_in_both() -> None:
    duty = [{"id": "check", "do": "Check.", "responsible": "chief"}]
    here = handbook(organization(measures=duty), TechnicalPlan.model_validate(head("technical")))
    there = handbook(organization(), TechnicalPlan.model_validate(head("technical", measures=duty)))
    assert told(compared(here, there), CHINESE) == ["由公司移至技术"] * 2


def test_other_steps_are_told_by_what_they_do_where_pages_know_it() -> None:
    found = compared(scenario(step("a"), step("b")), scenario(step("a"), step("b", after=["a"])))
    teller = Teller.for_pages(found, CHINESE, {("outage", "a"): "Call the guard."}, plain_text)
    (plan,) = by_plan(found)
    (block,) = teller.blocks(plan)
    assert text_of(block.lines[0].words).endswith("叫保安。")


@pytest.mark.parametrize(("copies", "count"), [(3, 3), (4, 1)])
def test_days_of_the_latest_check_are_told_together_where_they_are_many(copies: int, count: int) -> None:
    def conduct(day: str) -> ConductPlan:
        places = [
            {
                "id": f"folder-{n}",
                "form": "printed",
                "site": "hq",
                "place": "Desk.",
                "keeper": "clerk",
                "renewed_on": day,
            }
            for n in range(copies)
        ]
        fields = {"purpose": "Help.", "scope": "All.", "principles": ["First."], "measures": []}
        return ConductPlan.model_validate(head("conduct", **fields, offline_copies=places))

    found = compared(conduct("2026-10-01"), conduct("2026-11-02"))
    assert len(found.changes) == copies
    assert not any(change.roles for change in found.changes)
    assert len(lines(found, ENGLISH)) == count
    assert sum(len(line.changes) for line in lines(found, ENGLISH)) == copies
    assert all("2 Nov 2026" in line for line in told(found, ENGLISH))


def test_nothing_is_told_when_nothing_changed() -> None:
    assert told(compared(scenario(step("a")), scenario(step("a"))), CHINESE) == []


@pytest.fixture(scope="module")
def labels() -> set[str]:
    return {label.text for label in template_labels(package())}


def test_every_field_and_kind_of_the_model_has_a_label_for_the_catalogs(labels: set[str]) -> None:
    words = {label.partition(" :: ")[0] for label in labels}
    assert len(models()) > 60
    for model in models():
        kind = model.kind or model.__name__.lower()
        if "id" in model.model_fields:
            assert kind_label(kind, ENGLISH) in words
        if model.__name__ != "ApprovalRecord":
            assert {field_label(kind, name, ENGLISH) for name in model.model_fields if name != "id"} <= words


def test_every_fixed_value_of_the_model_has_a_label_for_the_catalogs(labels: set[str]) -> None:
    words = {label.partition(" :: ")[0] for label in labels}
    fixed = {found for model in models() for info in model.model_fields.values() for found in enums(info.annotation)}
    assert Act in fixed
    assert {value_label(value, ENGLISH) for kind in fixed for value in kind} <= words


def enums(annotation: object) -> set[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return {annotation}
    return {found for argument in get_args(annotation) for found in enums(argument)}


def test_labels_that_are_spelled_alike_are_kept_apart_for_translators_alone() -> None:
    translator = Translator("es", "en", {}, {"by": "antes de", "by :: who did it": "autor"})
    assert field_label("revision", "by", translator) == "autor"
    assert field_label("revision", "by", ENGLISH) == "by"
    assert value_label(Act.DRAFT, ENGLISH) == "draft"


def test_a_phase_is_told_as_written_where_the_reader_has_no_other_name_for_it() -> None:
    assert phase_label("detect", ENGLISH) == "detect"
    assert phase_label("detect", CHINESE) == "发现"
    assert phase_label("Fire", CHINESE) == "Fire"


def test_sentences_are_filled_without_losing_a_letter() -> None:
    sentence = filled("%(a)s to %(b)s, 5 %% of %(a)s", a="one", b=listed([said("x"), said("y")], "; "))
    assert text_of(sentence) == "one to x; y, 5 %% of one"
    assert len(sentence) == 1, "neighbours of one language are one segment"


def test_no_label_of_a_sentence_has_a_gap_that_is_not_named(labels: set[str]) -> None:
    assert all(re.fullmatch(r"(?:[^%]|%\(\w+\)s|%(?!\())*", label) for label in labels)
