"""The pack comes from the tag: what lies in the folder has no part in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.editions.manifest import Origin, manifest_of
from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.git.tags import create_edition_tag, edition_numbers, head_commit
from generator.pipeline import PackOrder, Project, audit_files, require_handbook
from tests.acceptance.repositories import bookshop, commit, git

FIRE = "scenarios/fire.yml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two editions: one person has left and one limit is shorter since the first."""
    found = Project(bookshop(tmp_path / "shop"))
    tag(found, "2026.10")
    rewrite(found, "organization/company.yml", "name: Ai Lan", "name: Zo Lan")
    rewrite(found, FIRE, "within: 3 min", "within: 2 min")
    commit(found.folder, "second")
    tag(found, "2026.11")
    return found


def tag(project: Project, name: str, revision: str = "") -> None:
    """Release what is committed, without its site."""
    commit_id = head_commit(project.folder)[0]
    origin = Origin(revision or commit_id, tuple(map(str, edition_numbers(project.folder))), f"Says {name}.")
    manifest = manifest_of(name, require_handbook(project), {"index.html": "0" * 64}, origin, {})
    create_edition_tag(project.folder, Edition.parse(name), commit_id, manifest.message)


def rewrite(project: Project, inside: str, old: str, new: str) -> None:
    path = project.plans / inside
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def packed(project: Project, name: str = "2026.11", *, contacts: bool = False) -> dict[str, bytes]:
    return audit_files(project, PackOrder(Edition.parse(name), contacts, {"handbook": "1"}))[0]


def test_plans_templates_and_words_of_the_work_tree_have_no_part_in_it(project: Project) -> None:
    before = packed(project)
    rewrite(project, FIRE, "title: Fire", "title: Blaze")
    (project.plans / "new.yml").write_text("no: plan\n")
    (project.folder / "EDITIONS.md").write_text("## 2026.11\n\nOther words.\n")
    own = project.folder / "site_templates" / "audit"
    own.mkdir(parents=True)
    (own / "report.html.j2").write_text("another report")
    assert packed(project) == before


def test_a_template_that_was_committed_is_used(project: Project) -> None:
    own = project.folder / "site_templates" / "audit"
    own.mkdir(parents=True)
    (own / "report.html.j2").write_text("{{ view.edition.name }} of {{ view.edition.facts.as_of }}")
    commit(project.folder, "own report")
    tag(project, "2026.12")
    (own / "report.html.j2").unlink()
    assert packed(project, "2026.12")["index.html"] == b"2026.12 of 2026-11-22"


def test_a_clone_elsewhere_gives_the_same_pack(project: Project, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(project.folder), "elsewhere")
    assert packed(Project(tmp_path / "elsewhere")) == packed(project)


def test_the_pack_of_an_older_edition_does_not_know_the_newer_one(project: Project) -> None:
    files = packed(project, "2026.10")
    assert "differences.json" not in files
    assert not [path for path, content in files.items() if b"2026.11\n" in content or b"Says 2026.11" in content]


def test_the_differences_are_those_to_the_edition_before(project: Project) -> None:
    told = json.loads(packed(project)["differences.json"])
    assert (told["before"], told["after"]) == ("2026.10", "2026.11")
    assert [change["element"]["id"] for change in told["changes"]] == ["leave"]


def test_people_of_the_edition_before_are_restricted_too(project: Project) -> None:
    assert not [path for path, content in packed(project).items() if b"Ai Lan" in content or b"Zo Lan" in content]
    told = packed(project, contacts=True)
    assert b"Ai Lan" in told["differences.json"]


def test_the_worktree_is_cleared_away(project: Project) -> None:
    packed(project)
    assert len(git(project.folder, "worktree", "list").splitlines()) == 1


def test_an_edition_that_is_not_known_is_refused(project: Project) -> None:
    with pytest.raises(HandbookError, match=r"no edition 2026\.12 here"):
        packed(project, "2026.12")


def test_a_tag_without_manifest_is_refused(project: Project) -> None:
    git(project.folder, "tag", "-a", "-m", "by hand", "edition/2026.12")
    with pytest.raises(HandbookError, match="carries no manifest"):
        packed(project, "2026.12")


def test_a_tag_that_was_moved_is_refused(project: Project) -> None:
    tag(project, "2026.12", revision="1" * 40)
    with pytest.raises(HandbookError, match="was moved"):
        packed(project, "2026.12")


def test_a_clone_without_the_tags_of_earlier_editions_is_refused(project: Project) -> None:
    git(project.folder, "tag", "-d", "edition/2026.10")
    with pytest.raises(HandbookError, match=r"no edition 2026\.10 here, which came before 2026\.11") as refused:
        packed(project)
    assert "git fetch --tags" in refused.value.remedy


def test_plans_that_this_generator_cannot_read_are_refused_with_the_place(project: Project) -> None:
    manifest_from = require_handbook(project)
    rewrite(project, FIRE, "title: Fire", "titel: Fire")
    commit(project.folder, "broken")
    found = head_commit(project.folder)[0]
    message = manifest_of("2026.12", manifest_from, {}, Origin(found), {}).message
    create_edition_tag(project.folder, Edition.parse("2026.12"), found, message)
    with pytest.raises(HandbookError, match=r"cannot be read: plans/scenarios/fire\.yml:\d+:\d+: "):
        packed(project, "2026.12")
