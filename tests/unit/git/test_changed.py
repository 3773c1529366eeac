"""Files at a commit, and those that are others in the work tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.git.changed import changed_since, commit_of, files_at
from generator.git.command import GitError
from tests.acceptance.repositories import commit, git


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, which holds other things too."""
    folder = tmp_path / "a book"
    (folder / "plans").mkdir(parents=True)
    (tmp_path / "beside.txt").write_text("x")
    (folder / "mkdocs.yml").write_bytes(b"site_name: x\r\n")
    (folder / "plans" / "断电.png").write_bytes(b"\x00\n1 2\n")
    (folder / "empty").write_bytes(b"")
    (tmp_path / ".gitignore").write_text("*.pyc\n")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "first")
    return folder


def changes(folder: Path) -> dict[str, str]:
    return {file.path: file.change.value for file in changed_since(commit_of("HEAD", folder), folder)}


def test_contents_are_those_of_the_commit_byte_for_byte(project: Path) -> None:
    names = ("nothing.po", "plans/断电.png", "plans", "mkdocs.yml", "empty", "not there 5")
    before = {name: (project / name).read_bytes() for name in ("plans/断电.png", "mkdocs.yml", "empty")}
    (project / "mkdocs.yml").write_text("other")
    assert files_at(commit_of("main", project), project, names) == before
    assert files_at(commit_of("main", project), project, ()) == {}


def test_told_is_what_was_added_changed_and_removed_below_the_folder(project: Path) -> None:
    assert changes(project) == {}
    (project / "mkdocs.yml").write_text("other")
    (project / "plans" / "断电.png").unlink()
    (project / "plans" / "ünew.js").write_text("x")
    (project / "staged.txt").write_text("x")
    (project / "cache.pyc").write_text("x")
    (project.parent / "beside.txt").write_text("other")
    git(project, "add", "staged.txt")
    assert changes(project) == {
        "mkdocs.yml": "changed",
        "plans/ünew.js": "added",
        "plans/断电.png": "removed",
        "staged.txt": "added",
    }


def test_a_file_that_was_only_touched_or_renamed_in_the_index_is_told_rightly(project: Path) -> None:
    (project / "mkdocs.yml").write_bytes((project / "mkdocs.yml").read_bytes())
    assert changes(project) == {}
    git(project, "mv", "empty", "void")
    assert changes(project) == {"empty": "removed", "void": "added"}
    git(project, "rm", "-q", "--cached", "mkdocs.yml")
    assert changes(project)["mkdocs.yml"] == "changed"


def test_an_unknown_revision_is_refused(project: Path) -> None:
    with pytest.raises(GitError):
        commit_of("nowhere", project)
