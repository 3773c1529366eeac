"""`handbook release` lets nothing through that was not approved, whatever is done to hide it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import Project, require_handbook
from tests.acceptance.repositories import NEW, OLD, bookshop, commit, git, handbook, succeeded

FIRE = "plans/scenarios/fire.yml"
SPANISH = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "There is fire in the shop."
msgstr "Hay fuego en la tienda."
"""


def change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert re.search(old, text, re.MULTILINE), old
    file.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def another_title(folder: Path) -> None:
    change(folder, FIRE, "^title: ", "title: Another ")


@pytest.fixture(scope="module")
def approved_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bookshop in two languages, all plans approved, with one edition."""
    folder = bookshop(tmp_path_factory.mktemp("gate") / "shop", second_language=True)
    catalog = folder / "plans" / "locales" / "es" / "plans.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    catalog.write_text(SPANISH, encoding="utf-8")
    for role in sorted({plan.control.approver for plan in require_handbook(Project(folder)).plans}):
        succeeded(folder, "approve", "--all", "--by", role)
    commit(folder, "approved")
    assert "No approval is recorded" not in succeeded(folder, "release", OLD)
    return folder


@pytest.fixture
def approved(approved_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(approved_once, tmp_path / "shop", symlinks=True))


def refused(folder: Path) -> str:
    done = handbook(folder, "release", NEW)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr.endswith("Nothing was released.\n")
    assert git(folder, "tag", "--list") == f"edition/{OLD}"
    return done.stderr


def test_what_was_approved_is_released(approved: Path) -> None:
    succeeded(approved, "release", NEW, "--dry-run")


def test_a_plan_that_is_not_what_was_approved(approved: Path) -> None:
    another_title(approved)
    commit(approved, "changed")
    assert re.search("refused: not as they were approved: .*`fire`", refused(approved))


@pytest.mark.parametrize("flag", ["--skip-worktree", "--assume-unchanged"])
def test_what_counts_is_the_commit_not_the_work_tree(approved: Path, flag: str) -> None:
    another_title(approved)
    commit(approved, "changed")
    git(approved, "checkout", "-q", "HEAD~1", "--", FIRE)
    git(approved, "reset", "-q")
    git(approved, "update-index", flag, FIRE)
    succeeded(approved, "check")
    assert re.search("refused: not as they were approved: .*`fire`", refused(approved))


def test_records_that_git_ignores_prove_nothing(approved: Path) -> None:
    git(approved, "rm", "-q", "--cached", "plans/approvals/fire.yml")
    with (approved / ".gitignore").open("a") as ignored:
        ignored.write("plans/approvals/fire.yml\n")
    commit(approved, "ignored")
    succeeded(approved, "check")
    assert "`fire`" in refused(approved)


def test_a_link_to_a_plan_outside_of_the_repository(approved: Path) -> None:
    outside = shutil.move(approved / FIRE, approved.parent / "fire.yml")
    (approved / FIRE).symlink_to(outside)
    commit(approved, "a link")
    succeeded(approved, "check")
    assert f"git changes files when it checks them out: `{FIRE}`" in refused(approved)


def test_a_filter_that_changes_words_on_the_way(approved: Path) -> None:
    git(approved, "config", "filter.evil.smudge", "sed s/Fire/Party/")
    (approved / ".git" / "info" / "attributes").write_text(f"{FIRE} filter=evil\n")
    assert f"git changes files when it checks them out: `{FIRE}`" in refused(approved)


def not_finished(folder: Path) -> None:
    change(folder, FIRE, "status: approved", "status: in-review")
    change(folder, FIRE, "effective_on: [0-9-]+,? ?", "")
    another_title(folder)


def without_records(folder: Path) -> None:
    shutil.rmtree(folder / "plans" / "approvals")


def another_translation(folder: Path) -> None:
    change(folder, "plans/locales/es/plans.po", "Hay fuego", "Hay fiesta")


@pytest.mark.parametrize(("tamper", "told"), [
    (not_finished, "not approved: `fire`"),
    (without_records, "the edition before has records of approvals, and this one has none"),
    (another_translation, "Readers of `es` see other sentences of `fire`"),
])  # fmt: skip
def test_ways_around_an_approval_are_closed(approved: Path, tamper: Callable[[Path], None], told: str) -> None:
    tamper(approved)
    commit(approved, "around it")
    assert told in refused(approved)


def test_another_translation_is_an_error_of_the_check_until_it_is_approved_too(approved: Path) -> None:
    another_translation(approved)
    done = handbook(approved, "check")
    assert done.returncode == 1
    assert "error[approval-translation] Readers of `es` see other sentences of `fire`" in done.stdout
    succeeded(approved, "approve", "fire", "--by", "director")
    succeeded(approved, "check")


@pytest.mark.parametrize("told", [False, True])
def test_a_plan_that_goes_is_named_to_its_readers(approved: Path, told: bool) -> None:
    change(approved, FIRE, "status: approved", "status: retired")
    if told:
        change(approved, "EDITIONS.md", "`data-leak` is", "`fire` is no longer kept; `data-leak` is")
    commit(approved, "retired")
    if told:
        succeeded(approved, "release", NEW, "--dry-run")
    else:
        assert "in force before, and not any more: `fire`" in refused(approved)
