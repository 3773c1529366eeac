"""`handbook approve` and `handbook status` on a small handbook in a folder of its own."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.errors import HandbookError
from generator.pipeline import PlansInvalidError, Project, inspect_project
from tests.conftest import AS_OF
from tests.rules.overlay import BASE

FIRE = "plans/scenarios/fire.yml"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    shutil.copytree(BASE / "plans", tmp_path / "plans")
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder), *arguments])


def approve(folder: Path, *arguments: str, by: str = "director") -> Result:
    return run(folder, "approve", *arguments, "--by", by)


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def records(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "plans/approvals").glob("*")}


def rows(folder: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    done = run(folder, "status", "--format", "json", *arguments)
    assert done.exit_code == 0
    return {row["plan"]: row for row in json.loads(done.stdout)}


def problems(folder: Path) -> list[str]:
    return [finding.rule for finding in inspect_project(Project(folder), AS_OF).report.findings]


def test_all_plans_of_a_role_are_recorded_and_the_checker_agrees(shop: Path) -> None:
    done = approve(shop, "--all")
    assert (done.exit_code, done.stderr) == (0, "")
    plans = len(list((shop / "plans").rglob("*.yml"))) - len(records(shop)) - 1
    assert len(records(shop)) == plans > 10, "all but the settings"
    assert done.stdout.endswith(f"{plans} approvals recorded.\n")
    assert problems(shop) == []


def test_recording_again_changes_nothing(shop: Path) -> None:
    approve(shop, "fire", "risks")
    before = {path: path.stat().st_mtime_ns for path in (shop / "plans/approvals").iterdir()}
    assert approve(shop, "fire", "risks").stdout == "Nothing to record, 2 unchanged.\n"
    assert {path: path.stat().st_mtime_ns for path in (shop / "plans/approvals").iterdir()} == before


def test_the_same_plans_give_the_same_files(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(shop / "plans", other / "plans")
    approve(shop, "--all")
    approve(other, "--all")
    assert records(shop) == records(other) != {}


def test_a_change_after_the_approval_is_found_by_the_checker_and_the_status(shop: Path) -> None:
    approve(shop, "--all")
    change(shop, FIRE, "Photograph everything before it is moved.", "Clean up.")
    assert problems(shop) == ["approval-void"]
    row = rows(shop)["fire"]
    assert (row["approval"], row["changes"]) == ("changed", [{"part": "handle/keep-scene", "change": "changed"}])
    assert row["recorded"] == {"version": "1.0.0", "by": "director", "on": "2026-09-01"}
    change(shop, FIRE, "Clean up.", "Photograph everything before it is moved.")
    assert problems(shop) == []


def test_a_changed_plan_is_approved_again_only_with_a_higher_version(shop: Path) -> None:
    approve(shop, "fire")
    before = records(shop)
    change(shop, FIRE, "Photograph everything", "Film everything")
    done = approve(shop, "fire")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "plans/scenarios/fire.yml:6:20: refused `fire`: it changed since version 1.0.0" in done.stderr
    assert "Raise `version` above 1.0.0" in done.stderr
    assert records(shop) == before
    change(shop, FIRE, "version: 1.0.0, status", "version: 1.1.0, status")
    assert approve(shop, "fire").exit_code == 0
    assert rows(shop)["fire"]["approval"] == "approved"
    assert b"version: 1.1.0" in records(shop)["fire.yml"]


def test_if_one_plan_is_refused_none_is_recorded(shop: Path) -> None:
    change(shop, FIRE, "status: approved", "status: in-review")
    done = approve(shop, "risks", "fire")
    assert (done.exit_code, records(shop)) == (1, {})
    assert done.stderr.endswith("Nothing was recorded.\n")
    assert approve(shop, "--all").exit_code == 0, "what is in review is not meant by --all"
    assert "fire.yml" not in records(shop)
    assert rows(shop)["fire"]["approval"] == "in-review"


def test_only_the_approver_may_approve(shop: Path) -> None:
    done = approve(shop, "fire", by="shop-lead")
    assert (done.exit_code, records(shop)) == (1, {})
    assert "its approver is `director`" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("fir", "--by", "director"), "There is no plan `fir`."),
        (("fire", "--by", "directr"), "There is no role `directr`."),
        (("fire", "--by", "director", "--on", "2026-11-24"), "2026-11-24 lies in the future."),
    ],
)
def test_what_does_not_exist_can_not_be_approved(arguments: tuple[str, ...], says: str, shop: Path) -> None:
    error = run(shop, "approve", *arguments).exception
    assert isinstance(error, HandbookError)
    assert error.message == says
    assert error.remedy


@pytest.mark.parametrize("arguments", [(), ("fire", "--all")])
def test_either_plans_or_all_are_named(arguments: tuple[str, ...], shop: Path) -> None:
    done = approve(shop, *arguments)
    assert done.exit_code == 2
    assert "Name the plans, or give --all." in done.stderr


def test_plans_that_can_not_be_read_can_not_be_approved(shop: Path) -> None:
    change(shop, FIRE, "commander: shop-lead", "commander: nobody")
    assert isinstance(approve(shop, "fire").exception, PlansInvalidError)
    assert records(shop) == {}


def test_the_day_of_the_approval_can_be_later_than_the_plan_says(shop: Path) -> None:
    assert approve(shop, "fire", "--on", "2026-08-31").exit_code == 1
    assert approve(shop, "fire", "--on", "2026-10-01").exit_code == 0
    assert b"on: 2026-10-01" in records(shop)["fire.yml"]


def test_a_renamed_role_does_not_keep_the_records_from_loading(shop: Path) -> None:
    approve(shop, "--all")
    for path in (shop / "plans").rglob("*.yml"):
        if path.parent.name != "approvals":
            path.write_text(path.read_text(encoding="utf-8").replace("director", "head"), encoding="utf-8")
    assert {row["approval"] for row in rows(shop).values()} == {"changed"}


def speak(folder: Path, sentence: str) -> None:
    path = folder / "plans/locales/zh/plans.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'msgid ""\nmsgstr ""\n\nmsgid "Smoke or flames."\nmsgstr "{sentence}"\n', encoding="utf-8")


def test_a_changed_translation_is_shown_and_can_be_approved_without_a_new_version(shop: Path) -> None:
    change(
        shop, "plans/handbook.yml", "languages:", "languages: [{code: en, title: English}, {code: zh, title: 中文}]\n#"
    )
    speak(shop, "烟或火")
    approve(shop, "fire", "risks")
    assert rows(shop)["fire"]["translations_changed"] == []
    speak(shop, "没事")
    found = rows(shop)
    assert (found["fire"]["translations_changed"], found["risks"]["translations_changed"]) == (["zh"], [])
    assert found["fire"]["approval"] == "approved", "the checker does not know translations"
    assert approve(shop, "fire", "risks").stdout.endswith("1 approval recorded, 1 unchanged.\n")
    assert rows(shop)["fire"]["translations_changed"] == []
    assert b"on: 2026-11-22" in records(shop)["fire.yml"]


def test_the_status_begins_with_what_is_overdue_longest(shop: Path) -> None:
    change(shop, FIRE, "review_every: 12 months", "review_every: 1 month")
    change(shop, "plans/risks.yml", "review_every: 12 months", "review_every: 2 months")
    change(shop, "plans/severity.yml", "status: approved", "status: retired")
    done = run(shop, "status", "--format", "json", "--as-of", "2026-11-11")
    found = [(row["plan"], row["review_due_on"], row["days_left"]) for row in json.loads(done.stdout)]
    assert found[:2] == [("fire", "2026-10-01", -41), ("risks", "2026-11-01", -10)]
    assert found[-1] == ("severity", None, None), "what is retired is not reviewed"
    assert found[2][2] > 0


def test_the_status_of_a_handbook_without_records_is_never_and_it_ends_well(shop: Path) -> None:
    assert {row["approval"] for row in rows(shop).values()} == {"never"}
    done = run(shop, "status")
    assert done.exit_code == 0
    assert done.stdout.split().count("never") == 13
    assert done.stdout.endswith("13 plans, 0 overdue for review, 0 changed since their approval.\n")


def test_the_table_names_what_changed(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    approve(shop, "fire")
    change(shop, FIRE, "title: Fire\n", "title: Flames\n")
    shown = run(shop, "status").stdout
    (line,) = [line for line in shown.splitlines() if line.split()[:1] == ["fire"]]
    assert "changed since 2026-09-01" in line
    assert "`title` changed" in line
    assert "1 changed since their approval." in shown


def test_a_new_handbook_begins_without_the_approvals_of_the_bundled_one(
    shop: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(shop, "--all")
    (shop / "mkdocs.yml").touch()
    monkeypatch.setattr("generator.cli.init.bundled", lambda name: shop / name)
    fresh = tmp_path_factory.mktemp("fresh")
    assert run(fresh, "init", "mine").exit_code == 0
    assert (fresh / "mine" / FIRE).is_file()
    assert not (fresh / "mine/plans/approvals").exists()


def test_an_approval_of_a_day_that_has_not_come_is_refused_and_found_in_a_record(shop: Path) -> None:
    approve(shop, "--all")
    record = shop / "plans" / "approvals" / "fire.yml"
    record.write_text(re.sub(r"(?m)^on: .*$", "on: 2099-01-01", record.read_text(encoding="utf-8")), encoding="utf-8")
    assert "date-in-future" in problems(shop)
    record.unlink()
    path = shop / FIRE
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"approved_on: [0-9-]+", "approved_on: 2099-01-01", text), encoding="utf-8")
    done = approve(shop, "fire")
    assert done.exit_code == 1
    assert "lies in the future" in done.stderr
    assert not record.exists()
