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
    with pytest.raises(HandbookError, match="knows no revision"):
        plan_files_at("HEAD", tmp_path, tmp_path)
