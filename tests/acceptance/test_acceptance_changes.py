"""What changed from edition to edition, on the published pages and where the tags are missing."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from tests.acceptance.built_pages import dead_ends, pages_of
from tests.acceptance.repositories import NEW, OLD, git, succeeded


@pytest.fixture(scope="module")
def public(published_editions: Path) -> Path:
    return published_editions / "public"


def text(page: Path) -> str:
    """The words of a page, one space between them."""
    found = re.search(r"<article.*</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def test_an_edition_says_what_changed_since_the_one_before(public: Path) -> None:
    told = text(public / NEW / "changes.html")
    assert f"Edition {NEW}, compared with edition {OLD} of 22 Nov 2026." in told
    assert "The leak has another name: " in told
    assert "This plan is new." in told
    assert "This plan is no longer in the handbook." in told


def test_the_first_edition_says_that_there_is_nothing_before_it(public: Path) -> None:
    for page in ("changes.html", "changes-by-role.html", "revisions.html"):
        told = text(public / OLD / page)
        assert f"No edition before {OLD} was known when these pages were made." in told
        assert "git fetch" not in told


def test_every_link_of_these_pages_leads_somewhere(public: Path) -> None:
    assert dead_ends(public) == []
    page = pages_of(public / NEW)["changes.html"]
    assert {"scenarios/leaked-data.html"} <= set(page.links)
    assert not any("data-leak.html" in link for link in page.links)


def test_roles_that_have_a_part_in_the_new_plan_are_told_on_their_own_pages(public: Path) -> None:
    pages = pages_of(public / NEW)
    linked = {link.partition("#role-")[2] for link in pages["changes-by-role.html"].links if link.startswith("#role-")}
    assert linked
    for path, page in pages.items():
        role = re.fullmatch(r"roles/(?!index)(.+)\.html", path)
        if role:
            assert (f"../changes-by-role.html#role-{role[1]}" in page.links) == (role[1] in linked)


def test_revisions_show_the_fingerprints_that_the_tags_hold(published_editions: Path, public: Path) -> None:
    page = (public / NEW / "revisions.html").read_text(encoding="utf-8")
    for edition in (OLD, NEW):
        message = git(published_editions, "for-each-ref", "--format=%(contents)", f"refs/tags/edition/{edition}")
        plans = json.JSONDecoder().raw_decode(message[message.index("{") :])[0]["plans"]
        assert plans
        assert all(f"<code>{plan['fingerprint']}</code>" in page for plan in plans)
    assert 'id="plan-data-leak"' in page, "a plan that went keeps its history"


def test_plans_that_changed_without_a_new_version_are_an_alarm(public: Path) -> None:
    page = (public / NEW / "revisions.html").read_text(encoding="utf-8")
    alarm = page.partition('role="alert"')[2].partition("</div>")[0]
    assert set(re.findall(r'href="#([^"]+)"', alarm)) == {"plan-programme", "plan-risks"}, "they name the renamed plan"


def test_changes_and_revisions_can_be_downloaded(public: Path) -> None:
    for language in ("", "es/"):
        for name in ("changes", "revisions"):
            data = (public / NEW / language / "downloads" / f"{name}.csv").read_bytes().decode("utf-8-sig")
            head, *rows = csv.reader(StringIO(data, newline=""))
            assert rows
            assert {len(row) for row in rows} == {len(head)}
    assert not (public / OLD / "downloads" / "changes.csv").exists()


def test_a_clone_without_tags_builds_and_says_what_to_fetch(published_editions: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--no-tags", str(published_editions), "clone")
    succeeded(tmp_path / "clone", "build")
    told = text(tmp_path / "clone" / "site" / "changes.html")
    assert "There is nothing to compare with." in told
    assert "git fetch --tags" in told
