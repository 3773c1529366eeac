"""Catalogs: what translators find in them, and what reaches the reader."""

from __future__ import annotations

import pytest

from generator.errors import HandbookError
from generator.i18n.catalogs import (
    PLAN_CATALOG,
    SourceText,
    catalog_bytes,
    parse_catalog,
    plan_texts,
    translated,
    translated_labels,
    updated,
)
from generator.i18n.words import Translator
from generator.model.handbook import Handbook
from generator.pipeline import Project
from tests.unit.analysis.sample_plans import handbook, scenario, step

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
OLD = (
    HEAD
    + """
#: plans/a.yml
msgid "Call the manager."
msgstr "打电话给经理。"

#: plans/a.yml
msgid "Open the second warehouse door."
msgstr "打开第二仓库门。"

#: plans/a.yml
msgid "Stay calm and count to ten."
msgstr "保持冷静。"
"""
)
TODAY = (
    SourceText("Call the manager.", (("plans/a.yml", 3),)),
    SourceText("Open the third warehouse door.", (("plans/a.yml", 4), ("plans/b.yml", 9))),
    SourceText("中文：completely new words", (("plans/b.yml", 1),)),
)


def renewed(old: str | None, texts: tuple[SourceText, ...] = TODAY) -> str:
    catalog = parse_catalog(old.encode(), "plans.po", "zh") if old else None
    return catalog_bytes(updated(catalog, texts, "zh", "handbook")).decode()


def entry(po: str, text: str) -> str:
    """The paragraph of a PO file that holds a text."""
    (found,) = [part for part in po.split("\n\n") if text in part]
    return found


def test_an_unchanged_sentence_keeps_its_translation() -> None:
    assert entry(renewed(OLD), "Call the manager.") == (
        '#: plans/a.yml\nmsgid "Call the manager."\nmsgstr "打电话给经理。"'
    )


def test_a_new_sentence_is_empty() -> None:
    assert entry(renewed(OLD), "completely new").endswith('msgstr ""')


def test_a_changed_sentence_keeps_its_old_translation_but_is_fuzzy() -> None:
    found = entry(renewed(OLD), "third warehouse")
    assert "#, fuzzy" in found
    assert 'msgstr "打开第二仓库门。"' in found
    assert "#: plans/a.yml plans/b.yml" in found


def test_a_new_sentence_that_is_like_one_that_stays_is_empty() -> None:
    po = renewed(OLD, (*TODAY, SourceText("Call the manager now.", (("plans/b.yml", 2),))))
    assert entry(po, "manager now") == '#: plans/b.yml\nmsgid "Call the manager now."\nmsgstr ""'
    assert "打电话给经理。" in entry(po, '"Call the manager."')


def test_of_two_new_sentences_each_takes_the_vanished_one_it_is_like() -> None:
    po = renewed(OLD, (SourceText("Stay calm and count to five.", ()), SourceText("Open the warehouse door.", ())))
    assert 'msgstr "保持冷静。"' in entry(po, "count to five")
    assert 'msgstr "打开第二仓库门。"' in entry(po, "Open the warehouse door")
    assert "#~ msgid" in entry(po, "Call the manager."), "only what nobody took over is obsolete"


@pytest.mark.parametrize("language", ["zh", "es"])
def test_a_bundled_catalog_stays_the_same_to_the_byte_while_no_sentence_changes(
    bundled_project: Project, language: str
) -> None:
    data = (bundled_project.plans / "locales" / language / PLAN_CATALOG).read_bytes()
    catalog = parse_catalog(data, PLAN_CATALOG, language)
    texts = [SourceText(str(message.id), tuple(message.locations)) for message in catalog if message.id]
    assert len(texts) > 1000
    assert catalog_bytes(updated(catalog, texts, language, "handbook")) == data


def test_a_vanished_sentence_is_kept_as_obsolete() -> None:
    assert '#~ msgid "Stay calm and count to ten."\n#~ msgstr "保持冷静。"' in renewed(OLD)


def test_only_current_translations_reach_the_reader() -> None:
    assert translated(parse_catalog(renewed(OLD).encode(), "plans.po", "zh")) == {"Call the manager.": "打电话给经理。"}


def test_two_runs_give_the_same_bytes() -> None:
    first = renewed(OLD)
    assert renewed(first) == first
    fresh = renewed(None)
    assert renewed(fresh) == fresh == renewed(None)


def test_a_catalog_holds_no_date_no_name_and_no_line_number() -> None:
    for po in (renewed(OLD), renewed(None)):
        assert "Date" not in po
        assert "EMAIL" not in po
        assert "Babel" not in po
        assert "a.yml:" not in po


def test_a_sentence_that_comes_back_gets_its_translation_back() -> None:
    gone = renewed(OLD, TODAY[:1])
    back = renewed(gone, (*TODAY[:1], SourceText("Stay calm and count to ten.", (("plans/a.yml", 1),))))
    known = translated(parse_catalog(back.encode(), "plans.po", "zh"))
    assert known["Stay calm and count to ten."] == "保持冷静。"
    assert back.count("Stay calm") == 1, "it is obsolete no more"


def test_a_fresh_catalog_names_its_language() -> None:
    po = renewed(None)
    assert '"Language: zh\\n"' in po
    assert translated(parse_catalog(po.encode(), "plans.po", "zh")) == {}


@pytest.mark.parametrize("data", [b"msgid broken", b"\xff\xfe\x00", b'msgid "a"\nmsgid "b"\n', b"<<<<<<< HEAD\n"])
def test_a_broken_catalog_is_an_expected_failure_that_names_the_file(data: bytes) -> None:
    with pytest.raises(HandbookError, match=r"plans/locales/zh/plans\.po") as caught:
        parse_catalog(data, "plans/locales/zh/plans.po", "zh")
    assert caught.value.remedy


def test_labels_keep_their_plural_forms() -> None:
    po = HEAD.replace("zh", "es") + (
        'msgid "Role"\nmsgstr "Función"\n\n'
        'msgid "%(num)s plan"\nmsgid_plural "%(num)s plans"\nmsgstr[0] "%(num)s plan"\nmsgstr[1] "%(num)s planes"\n\n'
        '#, fuzzy\nmsgid "Owner"\nmsgstr "Dueño"\n\nmsgid "Empty"\nmsgstr ""\n'
    )
    assert translated_labels(parse_catalog(po.encode(), "labels.po", "es")) == {
        "Role": "Función",
        "%(num)s plan": ("%(num)s plan", "%(num)s planes"),
    }


@pytest.mark.parametrize("language", ["zh", "es"])
def test_a_label_whose_plural_forms_are_not_translated_yet_stays_english(language: str) -> None:
    texts = [SourceText("%(num)s plan", (("a", 0),), "%(num)s plans")]
    data = catalog_bytes(updated(None, texts, language, "handbook"))
    translator = Translator(language, "en", {}, translated_labels(parse_catalog(data, "labels.po", language)))
    assert translator.ngettext("%(num)s plan", "%(num)s plans", 3) == "%(num)s plans"


def test_every_text_of_a_plan_is_collected_once() -> None:
    plan = scenario(step("one", do="Go."), step("two", do="Go.", record="List", if_not={"do": "Run."}))
    texts = [text.text for text in plan_texts(handbook(plan))]
    assert len(texts) == len(set(texts))
    assert {"Go.", "Run.", "List", "blackout", "It is dark.", "Small Shop"} <= set(texts)
    assert "outage" not in texts, "ids are not translated"


def test_texts_of_the_bundled_handbook_know_file_and_line(bundled_handbook: Handbook) -> None:
    texts = {text.text: text for text in plan_texts(bundled_handbook)}
    title = bundled_handbook.scenarios["payment-anomaly"].title
    assert ("plans/scenarios/payment-anomaly.yml", 2) in texts[title].places
    assert all(line > 0 for text in texts.values() for _, line in text.places)
