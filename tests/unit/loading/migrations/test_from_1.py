"""From schema 1 to 2: days in words become a list, points of a report get names, and nothing loses its place."""

from __future__ import annotations

import pytest

from generator.loading.migrations.from_1 import WEEK, migrate, weekdays
from generator.loading.migrations.rewriting import Trees
from generator.source import PositionedMapping, position_of, read_document

SHIFTS = "organization/shifts.yml"
LAW = "legal/law.yml"


def tree(text: str, inside: str) -> PositionedMapping:
    document = read_document(text.encode(), f"plans/{inside}")
    assert document.findings == ()
    assert document.root is not None
    return document.root


def trees(text: str, inside: str, language: str = "en") -> Trees:
    return {inside: tree(text, inside), "handbook.yml": tree(f"source_language: {language}\n", "handbook.yml")}


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("Every day", "en", WEEK),
        ("daily", "en", WEEK),
        ("Todos los días", "es", WEEK),
        ("每天", "zh", WEEK),
        ("Monday to Sunday", "en", WEEK),
        ("Monday to Friday", "en", WEEK[:5]),
        ("Mon–Fri", "en", WEEK[:5]),
        ("Mon. - Fri.", "en", WEEK[:5]),
        ("Mondays", "en", WEEK[:1]),
        ("Saturday, Sunday", "en", WEEK[5:]),
        ("Monday, Wednesday and Friday", "en", ("monday", "wednesday", "friday")),
        ("Monday to Wednesday, Friday", "en", ("monday", "tuesday", "wednesday", "friday")),
        ("Friday to Monday", "en", ("monday", "friday", "saturday", "sunday")),
        ("lunes a\n  viernes", "es", WEEK[:5]),
        ("Sábado y domingo", "es", WEEK[5:]),
        ("周一至周五", "zh", WEEK[:5]),
        ("星期六、星期日", "zh-Hans", WEEK[5:]),
        ("Montag", "de", WEEK[:1]),
        ("Monday", "klingon", WEEK[:1]),
        ("Monday", None, WEEK[:1]),
    ],
)
def test_days_in_words_are_understood(text: str, language: str, days: tuple[str, ...]) -> None:
    assert weekdays(text, language) == days


@pytest.mark.parametrize(
    "text",
    [
        "", "by arrangement", "first Monday", "every second Monday", "Monday to", "to Monday", "Monday and",
        "and Monday", "Monday or Friday", "Monday to Friday, not in August", "not on Monday", "Montag",
    ],
)  # fmt: skip
def test_days_that_are_not_certain_are_not_guessed(text: str) -> None:
    assert weekdays(text, "en") == ()


def test_the_days_of_a_shift_stand_where_the_words_stand() -> None:
    done = migrate(trees("shifts:\n  - {id: late, days: Monday to Tuesday, starts: '20:00'}\n", SHIFTS))
    root = done.trees[SHIFTS]
    assert root == {"shifts": [{"id": "late", "weekdays": ["monday", "tuesday"], "starts": "20:00"}]}
    assert list(root["shifts"][0]) == ["id", "weekdays", "starts"]
    place = "plans/organization/shifts.yml:2:22"
    assert str(position_of(root, ("shifts", 0, "weekdays"), prefer_key=True)) == "plans/organization/shifts.yml:2:16"
    assert str(position_of(root, ("shifts", 0, "weekdays"))) == place
    assert str(position_of(root, ("shifts", 0, "weekdays", 1))) == place
    assert str(position_of(root, ("shifts", 0, "starts"))) == "plans/organization/shifts.yml:2:49"
    assert [str(rewrite.position) for rewrite in done.rewrites] == ["plans/organization/shifts.yml:2:16"]


def test_days_that_are_not_understood_are_kept_for_the_model_to_refuse() -> None:
    done = migrate(trees("shifts:\n  - days: by arrangement\n", SHIFTS))
    assert done.trees[SHIFTS] == {"shifts": [{"weekdays": ["by arrangement"]}]}


def test_the_names_of_days_are_those_of_the_source_language() -> None:
    text = "shifts:\n  - days: lundi au vendredi\n  - days: lundi\n"
    root = migrate(trees(text, SHIFTS, "fr")).trees[SHIFTS]
    assert root["shifts"] == [{"weekdays": ["lundi au vendredi"]}, {"weekdays": ["monday"]}]


def test_each_point_of_a_report_stands_where_its_text_stands() -> None:
    text = "obligations:\n  - content:\n      - What happened.\n      - >-\n        What we\n        do.\n"
    done = migrate(trees(text, LAW))
    root = done.trees[LAW]
    assert root["obligations"][0]["content"] == [
        {"item": "point-1", "says": "What happened."},
        {"item": "point-2", "says": "What we do."},
    ]
    for key in ("item", "says"):
        assert str(position_of(root, ("obligations", 0, "content", 0, key))) == "plans/legal/law.yml:3:9"
        assert str(position_of(root, ("obligations", 0, "content", 1, key))) == "plans/legal/law.yml:4:9"
    assert [str(rewrite.position) for rewrite in done.rewrites] == ["plans/legal/law.yml:2:5"]


def test_points_that_an_alias_repeats_are_rewritten_in_both_places() -> None:
    text = "obligations:\n  - content: &both [One.]\n  - content: *both\n"
    old = trees(text, LAW)
    first, second = migrate(old).trees[LAW]["obligations"]
    assert first["content"] == second["content"] == [{"item": "point-1", "says": "One."}]
    assert old[LAW]["obligations"][0]["content"] == ["One."], "what was read is not changed"


def test_points_with_names_keep_them_beside_those_without() -> None:
    text = "obligations:\n  - content: [{item: harm, says: One.}, Two.]\n"
    (duty,) = migrate(trees(text, LAW)).trees[LAW]["obligations"]
    assert duty["content"] == [{"item": "harm", "says": "One."}, {"item": "point-2", "says": "Two."}]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (SHIFTS, "shifts:\n  - {weekdays: [monday]}\n"),
        (SHIFTS, "shifts:\n  - {weekdays: [monday], days: Tuesday}\n"),
        (SHIFTS, "shifts:\n  - {days: [monday]}\n  - night\n"),
        (SHIFTS, "shifts: none\n"),
        (SHIFTS, "teams:\n  - {days: Monday}\n"),
        ("scenarios/fire.yml", "shifts:\n  - {days: Monday}\n"),
        (LAW, "obligations:\n  - {content: [{item: harm, says: One.}]}\n"),
        (LAW, "obligations:\n  - {content: One.}\n  - {content: []}\n  - {content: [1, null]}\n"),
        (LAW, "statutes:\n  - {content: [One.]}\n"),
    ],
)
def test_what_is_no_old_form_stays_the_very_same(inside: str, text: str) -> None:
    old = trees(text, inside)
    done = migrate(old)
    assert done.rewrites == ()
    assert done.trees[inside] is old[inside]
