"""`handbook diff` in a real repository with two commits and a tag."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.errors import HandbookError
from generator.pipeline import EditionUnreadableError
from tests.unit.loading.small_handbook import SmallHandbook


def git(folder: Path, *arguments: str) -> None:
    settings = {"user.name": "T", "user.email": "t@example.org", "commit.gpgsign": "false", "tag.gpgsign": "false"}
    given = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    subprocess.run(["git", "-C", str(folder), *given, *arguments], check=True, capture_output=True)


def write(folder: Path, texts: Mapping[str, str]) -> None:
    for inside, text in texts.items():
        path = folder / "plans" / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


FIRST = SmallHandbook()
SECOND = FIRST.with_change("scenarios/fire.yml", "within: 2 min", "within: 1 min")
THIRD = SECOND.with_change("scenarios/fire.yml", "do: Call the fire service.", "do: Call the fire service at once.")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    write(folder, FIRST.texts)
    git(tmp_path, "init", "-q", "-b", "main", str(folder))
    for texts, tag in ((FIRST.texts, "edition-1"), (SECOND.texts, "edition-2")):
        write(folder, texts)
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", tag)
        git(folder, "tag", tag)
    write(folder, THIRD.texts)
    return folder


def diff(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder), "diff", *arguments])


def test_without_editions_the_last_commit_is_compared_with_the_working_tree(book: Path) -> None:
    done = diff(book)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("From HEAD to the working tree: 1 plan changed.")
    assert "{+ at once+}" in done.stdout
    assert "limit" not in done.stdout


def test_tags_are_compared(book: Path) -> None:
    done = diff(book, "edition-1", "edition-2")
    assert "▲ limit: 2 min → 1 min" in done.stdout
    assert "at once" not in done.stdout
    assert "nothing changed" in diff(book, "edition-2", "HEAD").stdout


def test_the_way_back_weakens(book: Path) -> None:
    assert "▼ limit: 1 min → 2 min" in diff(book, "edition-2", "edition-1").stdout


def test_a_folder_with_plans_is_an_edition(book: Path, tmp_path: Path) -> None:
    write(tmp_path / "other", FIRST.texts)
    assert "▲ limit: 2 min → 1 min" in diff(book, str(tmp_path / "other"), "edition-2").stdout
    moved = tmp_path / "other" / "plans" / "scenarios"
    (moved / "fire.yml").rename(moved / "blaze.yml")
    told = diff(book, "edition-1", str(tmp_path / "other")).stdout
    assert "file: scenarios/fire.yml → scenarios/blaze.yml" in told
    assert "1 neutral" in told


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_file_gets_what_standard_output_would_get(form: str, book: Path, tmp_path: Path) -> None:
    shown = diff(book, "edition-1", "--format", form)
    written = diff(book, "edition-1", "--format", form, "--output", str(tmp_path / "out"))
    assert (tmp_path / "out").read_bytes() == shown.stdout_bytes
    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")


def test_a_plan_or_a_role_narrows_the_report(book: Path) -> None:
    assert "nothing changed" in diff(book, "edition-1", "--plan", "severity").stdout
    assert "for Clerk" in diff(book, "edition-1", "--role", "clerk").stdout
    changes = json.loads(diff(book, "edition-1", "--plan", "fire", "--format", "json").stdout)["changes"]
    assert [change["field"] for change in changes] == ["do", "within"]


@pytest.mark.parametrize("option", ["--plan", "--role"])
def test_an_unknown_plan_or_role_is_refused(option: str, book: Path) -> None:
    error = diff(book, option, "nobody").exception
    assert isinstance(error, HandbookError)
    assert "Neither edition has a" in error.message


def test_an_edition_that_cannot_be_read_is_named_with_the_reason(book: Path) -> None:
    write(book, FIRST.with_change("scenarios/fire.yml", "commander: keeper", "commander: nobody").texts)
    git(book, "commit", "-q", "-a", "-m", "broken")
    write(book, FIRST.texts)
    error = diff(book, "HEAD").exception
    assert isinstance(error, EditionUnreadableError)
    assert "The plans of `HEAD` cannot be read: 1 error at plans/scenarios/fire.yml" in error.message
    assert "Compare with a later edition" in error.remedy


def test_a_broken_working_tree_is_told_from_a_broken_revision(book: Path) -> None:
    write(book, {"scenarios/fire.yml": "id: fire\n"})
    error = diff(book, "edition-1").exception
    assert isinstance(error, EditionUnreadableError)
    assert error.message.startswith("The plans as they lie here cannot be read:")
    assert "handbook check" in error.remedy


@pytest.mark.parametrize("both", [("{}", "HEAD"), ("HEAD", "{}")])
def test_a_folder_without_plans_is_told_from_an_unknown_revision(
    both: tuple[str, str], book: Path, tmp_path: Path
) -> None:
    (tmp_path / "bare").mkdir()
    folder = str(tmp_path / "bare")
    error = diff(book, *(name.format(folder) for name in both)).exception
    assert isinstance(error, HandbookError)
    assert error.message.startswith(f"The folder `{folder}` holds no `plans/`")
    assert "Name the folder in which `plans/` lies" in error.remedy
    error = diff(book, "nowhere").exception
    assert isinstance(error, HandbookError)
    assert "no revision `nowhere`" in error.message


def test_a_revision_may_be_called_like_a_folder(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (book / "edition-1").mkdir()
    monkeypatch.chdir(book)
    assert diff(book, "edition-1", "HEAD").exit_code == 0
