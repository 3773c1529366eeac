"""`handbook check` from the outside: statuses, what is asked about, what is new since a revision."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.acceptance.books import (
    COMPANY,
    DIRECTOR_RELEASES,
    LEAK,
    OUTAGE,
    RUN_BY_ADMIN,
    TECHNOLOGY,
    change,
    check,
    commit,
    found,
    git,
)
from tests.acceptance.projects import AS_OF, run
from tests.rules.overlay import BASE


def test_the_status_is_0_for_sound_plans_1_for_findings_and_2_where_nothing_can_be_checked(book: Path) -> None:
    sound = check(book, "--fail-on", "note")
    assert (sound.returncode, sound.stdout, sound.stderr) == (0, "No faults found.\n", "")
    change(book, COMPANY, DIRECTOR_RELEASES)
    faulty = check(book)
    assert faulty.returncode == 1
    assert f"{OUTAGE}:25:143: error[authority-not-held] " in faulty.stdout
    assert faulty.stdout.endswith("2 errors in 2 files.\nRun `handbook explain RULE` for the reasons.\n")
    shutil.rmtree(book / "plans")
    assert check(book).returncode == 2


def test_a_warning_fails_only_where_it_is_asked_for(book: Path) -> None:
    change(book, TECHNOLOGY, RUN_BY_ADMIN)
    assert found(book) == [(LEAK, "right-missing"), (OUTAGE, "right-missing")]
    statuses = {level: check(book, "--fail-on", level).returncode for level in ("never", "error", "warning", "note")}
    assert statuses == {"never": 0, "error": 0, "warning": 1, "note": 1}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--fail-on", "everything"], "everything"),
        (["--as-of", "tomorrow"], "tomorrow"),
        (["--format", "html"], "html"),
        (["plans/nowhere.yml"], "nowhere.yml"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_status_2(arguments: list[str], says: str, book: Path) -> None:
    done = run(book, "check", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_plans_grow_old_with_the_day_of_the_check(book: Path) -> None:
    later = (date.fromisoformat(AS_OF) + timedelta(days=800)).isoformat()
    assert check(book, as_of=later).returncode == 1
    assert check(book).returncode == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_on_the_first_and_the_last_day_of_the_calendar_no_rule_breaks_off(day: str, book: Path) -> None:
    assert "rule-crashed" not in check(book, as_of=day).stdout


def test_files_and_folders_narrow_the_report_from_wherever_they_are_named(book: Path) -> None:
    change(book, COMPANY, DIRECTOR_RELEASES)
    assert found(book, OUTAGE) == [(OUTAGE, "authority-not-held")]
    assert found(book, "plans/scenarios") == [(LEAK, "authority-not-held"), (OUTAGE, "authority-not-held")]
    assert found(book, COMPANY) == []
    assert check(book, COMPANY).returncode == 0
    inside = run(book / "plans/scenarios", "-C", str(book), "check", "--as-of", AS_OF, "shop-outage.yml")
    assert inside.returncode == 1
    assert inside.stdout.startswith(f"{OUTAGE}:25:143: error[authority-not-held]")


def test_a_change_in_one_file_is_reported_where_it_does_harm_and_nothing_else(repository: Path) -> None:
    change(repository, TECHNOLOGY, RUN_BY_ADMIN)
    commit(repository)
    assert found(repository, "--changed-since", "HEAD") == [], "what is in the commit is not introduced since"
    change(repository, COMPANY, DIRECTOR_RELEASES)
    assert len(found(repository)) == 4
    assert found(repository, "--changed-since", "HEAD") == [
        (LEAK, "authority-not-held"),
        (OUTAGE, "authority-not-held"),
    ]
    assert found(repository, "--changed-since", "main~1", "--fail-on", "note") == found(repository)
    assert found(repository, "--changed-since", "HEAD", OUTAGE) == [(OUTAGE, "authority-not-held")]
    assert check(repository, "--changed-since", "HEAD").returncode == 1


def test_lines_and_comments_that_move_introduce_nothing(repository: Path) -> None:
    change(repository, COMPANY, DIRECTOR_RELEASES)
    change(repository, TECHNOLOGY, RUN_BY_ADMIN)
    commit(repository)
    for file in (OUTAGE, LEAK):
        change(repository, file, ("phases:", "# a comment\n\n# and one more\nphases:   # here"))
    assert len(found(repository)) == 4
    unchanged = check(repository, "--changed-since", "HEAD", "--fail-on", "note")
    assert (unchanged.returncode, unchanged.stdout) == (0, "No faults found.\n")


def test_a_plan_that_was_renamed_introduces_nothing(repository: Path) -> None:
    change(repository, TECHNOLOGY, RUN_BY_ADMIN, ("  - {id: power,", "  - {id: power, rpo: 1 h,"))
    commit(repository)
    git(repository, "mv", TECHNOLOGY, "plans/technical/systems.yml")
    assert found(repository, "--changed-since", "HEAD") == []


def test_plans_that_could_not_be_read_at_the_revision_make_every_finding_new(repository: Path) -> None:
    sound = (repository / OUTAGE).read_bytes()
    (repository / OUTAGE).write_text("id: [\n")
    commit(repository)
    (repository / OUTAGE).write_bytes(sound)
    change(repository, COMPANY, DIRECTOR_RELEASES)
    done = check(repository, "--changed-since", "HEAD")
    assert done.returncode == 1
    assert done.stderr == "The plans could not be read at HEAD, so every finding counts as new.\n"
    assert done.stdout.count("error[authority-not-held]") == 2


def test_plans_that_cannot_be_read_now_are_reported_as_introduced(repository: Path) -> None:
    change(repository, OUTAGE, ("title: Shop outage", "titel: Shop outage"))
    assert {file for file, _ in found(repository, "--changed-since", "HEAD")} == {OUTAGE}
    commit(repository)
    assert found(repository, "--changed-since", "HEAD") == []


def test_a_handbook_below_the_top_of_its_repository_is_compared(tmp_path: Path) -> None:
    book = Path(shutil.copytree(BASE, tmp_path / "books" / "one"))
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    change(book, COMPANY, DIRECTOR_RELEASES)
    assert len(found(book, "--changed-since", "HEAD")) == 2


def test_an_unknown_revision_is_refused_with_a_remedy(repository: Path) -> None:
    for revision in ("nowhere", "--all", "HEAD~9"):
        done = check(repository, f"--changed-since={revision}")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"Git knows no revision `{revision}` here." in done.stderr
        assert "fix: Name a branch, tag or commit" in done.stderr


def test_a_folder_that_is_no_repository_is_refused_with_a_remedy(book: Path) -> None:
    done = run(book, "check", "--changed-since", "HEAD", env={"GIT_CEILING_DIRECTORIES": str(book.parent)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr
    assert "fix: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_shallow_clone_knows_its_last_commit_and_says_to_fetch_others(repository: Path, tmp_path: Path) -> None:
    change(repository, COMPANY, DIRECTOR_RELEASES)
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    assert found(tmp_path / "shallow", "--changed-since", "HEAD") == []
    done = check(tmp_path / "shallow", "--changed-since", "HEAD~1")
    assert done.returncode == 2
    assert "in a shallow clone fetch it first" in done.stderr
    git(tmp_path / "shallow", "fetch", "-q", "--unshallow")
    assert len(found(tmp_path / "shallow", "--changed-since", "HEAD~1")) == 2
