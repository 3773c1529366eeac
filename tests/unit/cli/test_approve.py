"""`handbook approve` on a small handbook in a folder of its own, and what the checker says of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.finding import Level
from generator.pipeline import PlansInvalidError, Project, inspect_project
from tests.conftest import AS_OF
from tests.rules.overlay import BASE
from tests.unit.cli.approved_plans import FIRE, approve, change, problems, records, rows, run, speak


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    shutil.copytree(BASE / "plans", tmp_path / "plans")
    return tmp_path


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


def test_a_role_that_approves_no_plan_is_told_which_ones_do(shop: Path) -> None:
    error = approve(shop, "--all", by="shop-lead").exception
    assert isinstance(error, HandbookError)
    assert error.message == "`shop-lead` approves no plan here."
    assert error.remedy == "Name a role that is the `approver` of plans: `director`."
    assert records(shop) == {}


def test_a_role_whose_plans_are_all_in_review_is_told_their_names(shop: Path) -> None:
    for path in (shop / "plans").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("status: approved", "status: draft"), encoding="utf-8")
    error = approve(shop, "--all").exception
    assert isinstance(error, HandbookError)
    assert error.message.startswith("No plan that `director` approves has `status: approved`: `")
    assert error.message.endswith(" and 3 more.")


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


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        ("fire-2.yml", "`fire`, whose record is `approvals/fire.yml`"),
        ("a/fire.yml", "`fire`, whose record is `approvals/fire.yml`"),
        ("approvals/fire.yml", "the second one of the plan `fire`"),
    ],
)
def test_a_second_record_of_a_plan_is_found_wherever_it_lies(copy: str, told: str, shop: Path) -> None:
    approve(shop, "--all")
    other = shop / "plans" / "approvals" / copy
    other.parent.mkdir(exist_ok=True)
    shutil.copy(shop / "plans/approvals/fire.yml", other)
    (finding,) = inspect_project(Project(shop), AS_OF).report.findings
    assert (finding.rule, finding.level) == ("approval-stray", Level.ERROR)
    assert told in finding.message
    assert len(finding.related) == 1
    assert {finding.position.file, finding.related[0].position.file} == {
        f"plans/approvals/{copy}",
        "plans/approvals/fire.yml",
    }


def test_a_change_after_the_approval_cannot_be_waived(shop: Path) -> None:
    waivers = """id: waivers
title: Waivers
summary: What we accept.
control: {version: 1.0.0, status: approved, owner: shop-lead, approver: director, approved_on: 2026-09-01,
  effective_on: 2026-09-15, review_every: 12 months,
  revisions: [{version: 1.0.0, on: 2026-08-20, by: shop-lead, change: First edition.}]}
waivers:
  - {id: hush, rule: approval-void, at: scenarios/fire.yml, reason: Known., approver: director,
     approved_on: 2026-09-01, expires_on: 2026-12-01}
"""
    (shop / "plans" / "waivers.yml").write_text(waivers, encoding="utf-8")
    approve(shop, "--all")
    change(shop, FIRE, "Photograph everything", "Film everything")
    void, futile = sorted(inspect_project(Project(shop), AS_OF).report.findings, key=lambda finding: finding.rule)
    assert (void.rule, void.level) == ("approval-void", Level.ERROR)
    assert (futile.rule, futile.level, futile.position.line) == ("waiver-unused", Level.ERROR, 8)
    assert "which nobody can waive" in futile.message
