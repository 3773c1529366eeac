"""Translations and files beside the plans in a review: the same in every form, and no list without an end."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.analysis.approvals import ChangeKind
from generator.i18n.catalogs import plan_texts
from generator.impact.files import FileChange
from generator.impact.impact import Impact, impact_of
from generator.impact.translations import Catalogs
from generator.reporters import review_as_json, review_as_markdown, review_as_text
from tests.unit.impact.bookshop import approved, book

CALL = "Call 119."
FILES = (FileChange("mkdocs.yml", ChangeKind.CHANGED), FileChange("plans/map.png", ChangeKind.REMOVED))
FORMS = {"markdown": review_as_markdown, "text": lambda *told: review_as_text(*told).plain}


def found(old: Catalogs, new: Catalogs, files: tuple[FileChange, ...] | None = ()) -> Impact:
    same = approved()
    return impact_of(replace(same, catalogs=old), replace(same, catalogs=new), files)


CALL_120 = found({"zh": {CALL: "拨打119。"}}, {"zh": {CALL: "拨打120。"}}, FILES)


@pytest.mark.parametrize("form", FORMS)
def test_a_changed_translation_is_told_with_both_words_its_plans_and_the_approval(form: str) -> None:
    told = FORMS[form](CALL_120, "v1", "v2")
    assert "Nothing changed." not in told
    assert "1 translation changed; 2 files beside the plans changed." in told
    assert "Translations into `zh`: 1 changed" in told
    assert "“Call 119.”: “拨打119。” → “拨打120。”; in Fire (`fire`, to be approved again)" in told


@pytest.mark.parametrize("form", FORMS)
def test_files_are_told_with_why_they_matter(form: str) -> None:
    told = FORMS[form](CALL_120, "v1", "v2")
    order = ("Files beside the plans\n", "no approval covers them: look at the built pages.", "`mkdocs.yml` changed")
    places = [told.index(part) for part in (*order, "`plans/map.png` removed")]
    assert places == sorted(places)
    assert "Files beside" not in FORMS[form](found({}, {}, None), "v1", "v2")


def test_json_holds_them_under_stable_keys() -> None:
    told = json.loads(review_as_json(CALL_120, "v1", "v2"))
    (change,) = told["translations"]["zh"].pop("changes")
    assert told["translations"] == {"zh": {"compared": True, "counts": {"changed": 1, "lost": 0, "new": 0}}}
    assert change.pop("line") > 0
    assert change == {
        "text": CALL,
        "file": "plans/scenarios/fire.yml",
        "change": "changed",
        "before": "拨打119。",
        "after": "拨打120。",
        "plans": [{"plan": "fire", "approve_again": True}],
    }
    assert told["files_beside"] == [
        {"path": "mkdocs.yml", "change": "changed"},
        {"path": "plans/map.png", "change": "removed"},
    ]
    assert json.loads(review_as_json(found({}, {}, None), "v1", "v2"))["files_beside"] is None


@pytest.mark.parametrize("form", FORMS)
def test_translations_that_came_or_went_are_told_as_such(form: str) -> None:
    assert "Translations into `es`: 1 lost" in FORMS[form](found({"es": {CALL: "x"}}, {"es": {}}), "v1", "v2")
    assert "“Call 119.”: “x” is new;" in FORMS[form](found({"es": {}}, {"es": {CALL: "x"}}), "v1", "v2")


@pytest.mark.parametrize("form", FORMS)
def test_a_catalog_that_could_not_be_read_is_not_taken_for_one_without_changes(form: str) -> None:
    told = FORMS[form](found({}, {"es": {CALL: "x"}}), "v1", "v2")
    assert "Nothing changed." not in told
    assert "Translations into `es`: not compared" in told


@pytest.mark.parametrize("form", FORMS)
def test_long_lists_end_after_twenty_with_the_number_of_the_rest(form: str) -> None:
    texts = [text.text for text in plan_texts(book())][:50]
    files = tuple(FileChange(f"site_templates/{n}.j2", ChangeKind.ADDED) for n in range(33))
    many = found({"es": dict.fromkeys(texts, "old")}, {"es": dict.fromkeys(texts, "new")}, files)
    told = FORMS[form](many, "v1", "v2")
    assert (told.count("“old” → “new”"), told.count(".j2` added")) == (20, 20)
    assert "Translations into `es`: 50 changed" in told
    assert "and 30 more; `--format json` names them all" in told
    assert "and 13 more;" in told
    whole = json.loads(review_as_json(many, "v1", "v2"))
    assert (len(whole["translations"]["es"]["changes"]), len(whole["files_beside"])) == (50, 33)


@pytest.mark.parametrize("text", ["@everyone", "<img src=x>", "[x](y)", "\x1b[31m"])
def test_words_of_a_translation_and_names_of_files_mean_nothing_but_themselves(text: str) -> None:
    evil = found({"es": {CALL: text}}, {"es": {CALL: f"{text}!"}}, (FileChange(f"plans/{text}.png", ChangeKind.ADDED),))
    assert f"“{text}" not in review_as_markdown(evil, "v1", "v2")
    assert "\x1b" not in review_as_text(evil, "v1", "v2").plain
