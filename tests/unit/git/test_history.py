from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.files.read import read_plan_files
from generator.git.history import plan_files_at


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    plans = tmp_path / "book" / "plans"
    (plans / "scenarios").mkdir(parents=True)
    (plans / "locales").mkdir()
    (plans / "handbook.yml").write_text("one: 1\n")
    (plans / "scenarios" / "断电.yml").write_text("two: 二\n\n")
    (plans / "locales" / "x.yml").write_text("no: plan\n")
    (plans / "empty.yml").write_text("")
    (plans / "notes.txt").write_text("no plan\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path / "book"


def test_the_files_of_a_revision_are_those_that_were_read_then(project: Path) -> None:
    then = read_plan_files(project / "plans", project)
    (project / "plans" / "handbook.yml").write_text("one: 2\n")
    (project / "plans" / "new.yml").write_text("three: 3\n")
    found = plan_files_at("HEAD", project / "plans", project)
    assert sorted(found, key=lambda f: f.inside) == then
    assert len(then) == 3


def test_an_unknown_revision_is_refused_with_a_remedy(project: Path) -> None:
    for revision in ("nowhere", "--help", "HEAD~5"):
        with pytest.raises(HandbookError, match="knows no revision"):
            plan_files_at(revision, project / "plans", project)


def test_a_folder_without_a_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(HandbookError, match=r"cannot read the history.*not a git repository"):
        plan_files_at("HEAD", tmp_path, tmp_path)


def test_a_repository_without_a_commit_knows_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(HandbookError, match="knows no revision `HEAD`"):
        plan_files_at("HEAD", tmp_path, tmp_path)


def test_a_folder_that_was_not_there_yet_had_no_plans(project: Path) -> None:
    (project / "new").mkdir()
    assert plan_files_at("HEAD", project / "new", project) == ()


def test_a_clone_that_lacks_the_files_says_so(project: Path, tmp_path: Path) -> None:
    command = ["git", "-C", str(project), "rev-parse", "HEAD:./plans/handbook.yml"]
    command = ["git", "-C", str(project), "rev-parse", "HEAD:./plans/handbook.yml"]
    blob = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    (tmp_path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(HandbookError, match="lacks files of the revision"):
        plan_files_at("HEAD", project / "plans", project)


def test_a_hook_of_git_sees_the_same_files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = plan_files_at("HEAD", project / "plans", project)
    monkeypatch.chdir(project.parent)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert plan_files_at("HEAD", project / "plans", project) == found
