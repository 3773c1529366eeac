"""`handbook review` in a repository: against an edition, a branch or a folder, in every form, and where it cannot."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.errors import HandbookError
from tests.acceptance.repositories import DAY, bookshop, commit, git

LIMIT = ("scenarios/data-leak.yml", "accountable: engineer, within: 30 min", "accountable: engineer, within: 40 min")
LATE = ("scenarios/data-leak.yml", "accountable: engineer, within: 30 min", "accountable: engineer, within: 50 min")
WORDS = ("scenarios/fire.yml", "do: Call 119.", "do: Call 119 at once.")


@pytest.fixture(scope="module")
def approved_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An approved handbook in two languages on a branch that went off main."""
    folder = bookshop(tmp_path_factory.mktemp("approved") / "shop", second_language=True)
    succeeded(folder, "approve", "--all", "--by", "director")
    commit(folder, "approved")
    git(folder, "checkout", "-q", "-b", "change")
    return folder


@pytest.fixture
def shop(approved_shop: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(approved_shop, tmp_path / "shop"))


def handbook(folder: Path, *arguments: str) -> Result:
    """What a command says on the day of the test."""
    return CliRunner(env={"SOURCE_DATE_EPOCH": DAY}).invoke(app, ["-C", str(folder), *arguments])


def succeeded(folder: Path, *arguments: str) -> str:
    done = handbook(folder, *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "plans" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def tag(folder: Path, edition: str) -> None:
    """An edition as far as the comparison needs it; its site is not built."""
    git(folder, "tag", "-a", "-m", "x", f"edition/{edition}")


def test_a_change_is_told_with_what_it_voids_and_concerns(shop: Path) -> None:
    edit(shop, *LIMIT)
    done = handbook(shop, "review", "--base", "main")
    assert "▼ limit: 30 min → 40 min" in done.stdout
    assert "Data leak (`data-leak`): version 1.0.0, approved by `director` on 2026-09-01, is void" in done.stdout
    assert "error `approval-void` at plans/scenarios/data-leak.yml:6" in done.stdout
    assert "`roles/admin.html` shows what changed" in done.stdout
    assert done.exit_code == 1


def test_status_1_is_for_new_errors_only(shop: Path) -> None:
    edit(shop, *LATE)
    commit(shop, "late")
    assert handbook(shop, "review", "--base", "main").exit_code == 1
    assert handbook(shop, "review", "--base", "HEAD").exit_code == 0
    assert handbook(shop, "check").exit_code == 1


def test_an_amended_plan_that_is_approved_again_brings_nothing_to_mend(shop: Path) -> None:
    edit(shop, *WORDS)
    plan = shop / "plans" / "scenarios" / "fire.yml"
    text = plan.read_text(encoding="utf-8")
    first = "{version: 1.0.0, on: 2026-08-20, by: shop-lead, change: First edition.}"
    newer = "{version: 1.0.1, on: 2026-11-20, by: shop-lead, change: At once.}"
    assert first in text
    text = text.replace(first, f"{first}, {newer}").replace("control: {version: 1.0.0", "control: {version: 1.0.1")
    text = text.replace("approved_on: 2026-09-01", "approved_on: 2026-11-21", 1)
    plan.write_text(text.replace("effective_on: 2026-09-15", "effective_on: 2026-11-22", 1), encoding="utf-8")
    succeeded(shop, "approve", "fire", "--by", "director")
    told = succeeded(shop, "review", "--base", "main")
    assert "Approvals: settled already" in told
    assert "Version 1.0.1 was approved by `director` on 2026-11-21." in told
    assert "`es`: 2 sentences" in told


def test_nothing_changed_is_said(shop: Path) -> None:
    assert succeeded(shop, "review", "--base", "main").endswith("Nothing changed.\n")


def test_without_a_base_the_newest_edition_is_taken_and_else_where_the_branch_began(shop: Path) -> None:
    edit(shop, *WORDS)
    commit(shop, "words")
    began = git(shop, "rev-parse", "--short=12", "main")
    assert handbook(shop, "review").stdout.startswith(f"Review of the plans: main ({began}) → the working tree\n")
    git(shop, "update-ref", "refs/remotes/origin/main", "change")
    assert handbook(shop, "review").stdout.startswith("Review of the plans: origin/main (")
    tag(shop, "2026.09")
    edit(shop, *LIMIT)
    commit(shop, "limit")
    tag(shop, "2026.10")
    told = handbook(shop, "review").stdout
    assert told.startswith("Review of the plans: edition/2026.10 → the working tree\n")
    assert told.endswith("Nothing changed.\n")


def test_without_anything_to_compare_with_it_says_what_to_do(shop: Path) -> None:
    git(shop, "branch", "-q", "-D", "main")
    error = handbook(shop, "review").exception
    assert isinstance(error, HandbookError)
    assert "There is nothing to compare with" in error.message
    assert "--base" in error.remedy


@pytest.mark.parametrize("base", ["2026.10", "edition/2026.10", "HEAD", "other"])
def test_an_edition_a_revision_and_a_folder_are_bases(base: str, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tag(shop, "2026.10")
    monkeypatch.chdir(shop.parent)
    shutil.copytree(shop / "plans", shop.parent / "other" / "plans")
    edit(shop, *LIMIT)
    told = json.loads(handbook(shop, "review", "--base", base, "--format", "json").stdout)
    assert (told["before"], told["gap"]) == (base, None)
    assert [approval["plan"] for approval in told["approvals"]] == ["data-leak"]


def test_a_base_that_git_does_not_know_is_named_and_the_rest_is_told(shop: Path) -> None:
    edit(shop, *LIMIT)
    done = handbook(shop, "review", "--base", "nowhere", "--format", "markdown")
    assert done.exit_code == 2, "a gate must not open because its base was not fetched"
    assert done.stdout.startswith("<!-- handbook-review -->\n")
    assert "> **Not compared.** Git knows no revision `nowhere` here." in done.stdout
    assert "error `approval-void` at plans/scenarios/data-leak.yml:6" in done.stdout
    assert "is void: `detect/confirm` changed." in done.stdout


def test_a_base_whose_plans_cannot_be_read_is_named_with_the_reason(shop: Path) -> None:
    edit(shop, "scenarios/fire.yml", "commander: shop-lead", "commander: nobody")
    commit(shop, "broken")
    edit(shop, "scenarios/fire.yml", "commander: nobody", "commander: shop-lead")
    told = succeeded(shop, "review", "--base", "HEAD")
    assert "\nThe checker finds no fault.\n" in told
    assert "Not compared: The plans of `HEAD` cannot be read: 1 error at plans/scenarios/fire.yml:" in told


def test_plans_that_cannot_be_read_are_told_with_their_faults(shop: Path) -> None:
    edit(shop, "scenarios/fire.yml", "commander: shop-lead", "commander: nobody")
    done = handbook(shop, "review", "--base", "main")
    assert done.exit_code == 1
    assert "Not compared: The plans as they lie here cannot be read: 1 error" in done.stdout
    assert "error `reference-unknown` at plans/scenarios/fire.yml:" in done.stdout


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_file_gets_what_standard_output_would_get(form: str, shop: Path) -> None:
    edit(shop, *WORDS)
    shown = handbook(shop, "review", "--base", "main", "--format", form)
    written = handbook(shop, "review", "--base", "main", "--format", form, "--output", str(shop / "out"))
    assert (shop / "out").read_bytes() == shown.stdout_bytes
    assert (shown.exit_code, written.exit_code, written.stdout) == (1, 1, "")


def test_findings_are_those_of_the_given_day(shop: Path) -> None:
    edit(shop, *WORDS)
    told = {
        day: handbook(shop, "review", "--base", "main", "--as-of", day).stdout for day in ("2026-11-22", "2030-01-01")
    }
    assert told["2026-11-22"] == told["2030-01-01"]
    edit(shop, "scenarios/fire.yml", "review_every: 12 months", "review_every: 11 months")
    later = handbook(shop, "review", "--base", "main", "--as-of", "2027-08-15").stdout
    assert "`review-overdue` at plans/scenarios/fire.yml" in later
    assert "`review-overdue`" not in told["2026-11-22"]


def translate(folder: Path, words: str) -> None:
    path = folder / "plans" / "locales" / "es" / "plans.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'msgid "Call 119."\nmsgstr "{words}"\n', encoding="utf-8")


@pytest.fixture
def translated_shop(shop: Path) -> Path:
    """Approved with a translation of one sentence."""
    translate(shop, "Llame al 119.")
    succeeded(shop, "approve", "--all", "--by", "director")
    commit(shop, "translated")
    return shop


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("base", ["HEAD", "other"])
def test_other_words_for_readers_of_another_language_are_told(
    base: str, form: str, translated_shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(translated_shop.parent)
    shutil.copytree(translated_shop / "plans", translated_shop.parent / "other" / "plans")
    translate(translated_shop, "Llame al 120.")
    done = handbook(translated_shop, "review", "--base", base, "--format", form)
    assert "Nothing changed." not in done.stdout
    for words in ("Llame al 119.", "Llame al 120."):
        assert words in done.stdout
    if form == "json":
        (change,) = json.loads(done.stdout)["translations"]["es"]["changes"]
        assert change["plans"] == [{"plan": "fire", "approve_again": True}]
    else:
        assert "in Fire (`fire`, to be approved again)" in done.stdout
    assert done.exit_code == 1, "what was approved is not what readers see"


def test_a_translation_that_was_approved_again_is_settled(translated_shop: Path) -> None:
    translate(translated_shop, "Llame al 120.")
    succeeded(translated_shop, "approve", "fire", "--by", "director")
    told = succeeded(translated_shop, "review", "--base", "HEAD")
    assert "“Llame al 119.” → “Llame al 120.”; in Fire (`fire`)" in told


def test_a_stale_translation_of_the_base_is_no_new_finding(translated_shop: Path) -> None:
    translate(translated_shop, "Llame al 120.")
    commit(translated_shop, "stale")
    assert succeeded(translated_shop, "review", "--base", "HEAD").endswith("Nothing changed.\n")


def test_a_broken_or_missing_catalog_of_the_base_stops_nothing(translated_shop: Path) -> None:
    path = translated_shop / "plans" / "locales" / "es" / "plans.po"
    path.write_bytes(b"\xff\x00 no catalog")
    commit(translated_shop, "broken")
    translate(translated_shop, "Llame al 119.")
    told = handbook(translated_shop, "review", "--base", "HEAD").stdout
    assert "Translations into `es`: not compared" in told
    assert "“Llame al 119.” is new" in handbook(translated_shop, "review", "--base", "main").stdout


@pytest.mark.parametrize(
    "file", ["mkdocs.yml", "site_templates/pages/home.html.j2", "plans/map.png", "plans/locales/es/x.js"]
)
def test_files_that_shape_pages_are_told_though_the_plans_are_the_same(file: str, shop: Path) -> None:
    path = shop / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{path.read_text() if path.is_file() else ''}# other\n")
    assert f"  `{file}` " in succeeded(shop, "review", "--base", "main")
    commit(shop, "file")
    assert f"  `{file}` " in succeeded(shop, "review", "--base", "main")
    assert succeeded(shop, "review", "--base", "HEAD").endswith("Nothing changed.\n")


def test_files_are_told_also_where_the_plans_of_the_base_cannot_be_read(shop: Path) -> None:
    edit(shop, "scenarios/fire.yml", "commander: shop-lead", "commander: nobody")
    commit(shop, "broken")
    edit(shop, "scenarios/fire.yml", "commander: nobody", "commander: shop-lead")
    (shop / "mkdocs.yml").write_text("site_name: other\n")
    told = handbook(shop, "review", "--base", "HEAD").stdout
    assert "Not compared" in told
    assert "`mkdocs.yml` changed" in told


def test_a_base_that_is_a_folder_knows_nothing_of_files(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop.parent)
    shutil.copytree(shop / "plans", shop.parent / "other" / "plans")
    (shop / "mkdocs.yml").write_text("site_name: other\n")
    assert succeeded(shop, "review", "--base", "other").endswith("Nothing changed.\n")
    assert json.loads(succeeded(shop, "review", "--base", "other", "--format", "json"))["files_beside"] is None
