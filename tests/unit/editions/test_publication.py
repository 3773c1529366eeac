"""What stands around the editions leads from every page to the same page of the edition in force."""

from __future__ import annotations

import json

import pytest

from generator.editions.comparison import differences, other_versions
from generator.editions.publication import PublishedEdition, pages_of, surroundings

OLD = PublishedEdition("2026.10", "en", ("en", "zh"), frozenset({"index.html", "a.html", "zh/index.html", "zh/a.html"}))
NEW = PublishedEdition(
    "2026.11", "es", ("es", "en"), frozenset({"index.html", "b/c.html", "en/index.html", "en/a.html"})
)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("a.html", "en/a.html"),
        ("index.html", "en/index.html"),
        ("gone.html", "en/index.html"),
        ("zh/a.html", "index.html"),
        ("zh/gone.html", "index.html"),
    ],
)
def test_a_page_leads_to_the_same_page_in_the_same_language_or_to_a_home_page(path: str, target: str) -> None:
    """Even where the company has changed the language that its plans are written in."""
    assert NEW.page_for(path, OLD) == target


def test_a_page_of_the_edition_itself_leads_to_itself() -> None:
    for edition in (OLD, NEW):
        assert {edition.page_for(page, edition) for page in edition.pages} == edition.pages


def test_every_page_of_any_edition_has_a_latest_address() -> None:
    files = surroundings([NEW, OLD], "2026.11")
    assert {name for name in files if name.startswith("latest/")} == {
        f"latest/{page}" for page in OLD.pages | NEW.pages
    }
    assert b'"../../2026.11/b/c.html"' in files["latest/b/c.html"]
    assert b'"../../2026.11/index.html"' in files["latest/zh/a.html"]


def test_the_lists_name_all_editions_newest_first() -> None:
    files = surroundings([NEW, OLD], "2026.11")
    assert [one["aliases"] for one in json.loads(files["versions.json"])] == [["latest"], []]
    script = files["editions.js"].decode()
    known = json.loads(script.removeprefix("window.handbookEditions=").removesuffix(";\n"))
    assert known["inForce"] == "2026.11"
    assert [one["name"] for one in known["editions"]] == ["2026.11", "2026.10"]
    assert "zh/a.html" in files["editions/2026.10.js"].decode()


def test_pages_are_what_one_can_go_to() -> None:
    assert pages_of(["index.html", "404.html", "zh/404.html", "a.js", "zh/a.html"]) == {"index.html", "zh/a.html"}


def test_files_are_compared_by_path_and_digest() -> None:
    found = differences({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"})
    assert (found.changed, found.missing, found.added, found.count) == (("b",), ("c",), ("d",), 3)
    assert not differences({"a": "1"}, {"a": "1"})
    assert other_versions({"x": "1", "y": "1"}, {"x": "2", "y": "1", "z": "3"}) == (
        "x 1 then, 2 now", "z missing then, 3 now",
    )  # fmt: skip
