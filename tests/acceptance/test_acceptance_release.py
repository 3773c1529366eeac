"""`handbook release`: what keeps an edition back, and what its manifest says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.acceptance.projects import tree
from tests.acceptance.repositories import (
    NEW,
    OLD,
    commit,
    git,
    handbook,
    manifest,
    succeeded,
    traces,
)


def tags(folder: Path) -> list[str]:
    return git(folder, "tag", "--list").split()


def test_everything_that_keeps_an_edition_back_is_said_at_once(unreleased: Path) -> None:
    (unreleased / "EDITIONS.md").write_text("# Editions\n\n## 2026.11\n\n## 2026.10\n\nFirst.\n")
    fire = unreleased / "plans" / "scenarios" / "fire.yml"
    fire.write_text(fire.read_text().replace("approver:", "approver: nobody # ", 1))
    commit(unreleased, "no words, and nobody approves")
    (unreleased / "plans" / "new.txt").write_text("new")
    done = handbook(unreleased, "release", NEW)
    assert done.returncode == 1
    assert "refused: not all is committed: `plans/new.txt`" in done.stderr
    assert "`EDITIONS.md` has no entry for 2026.11" in done.stderr
    assert "the checker finds 1 error at plans/scenarios/fire.yml:" in done.stderr
    assert done.stderr.endswith("Nothing was released.\n")
    assert tags(unreleased) == []


def test_an_edition_without_records_says_that_nothing_proves_its_approval(unreleased: Path) -> None:
    assert "No approval is recorded" in succeeded(unreleased, "release", OLD, "--dry-run")


@pytest.mark.parametrize("name", ["2026", "2026.13", "2026.1", "2026.11.0", "v2026.11", "2026.11/x", "edition/2026.11"])
def test_a_name_that_is_no_edition_is_refused(name: str, unreleased: Path) -> None:
    done = handbook(unreleased, "release", name)
    assert done.returncode == 2
    assert f"`{name}` is no edition." in done.stderr


def test_an_edition_is_released_once_and_never_before_a_newer_one(published: Path) -> None:
    again, before = handbook(published, "release", NEW), handbook(published, "release", "2026.09")
    assert (again.returncode, before.returncode) == (1, 1)
    assert "the edition 2026.11 exists already" in again.stderr
    assert "the edition 2026.11 is newer" in before.stderr
    assert tags(published) == [f"edition/{OLD}", f"edition/{NEW}"]


def test_outside_of_a_repository_there_is_nothing_to_release(unreleased: Path) -> None:
    shutil.rmtree(unreleased / ".git")
    done = handbook(unreleased, "release", NEW)
    assert done.returncode == 2
    assert "There is no commit to release" in done.stderr


def test_a_dry_run_builds_and_tags_nothing(unreleased: Path) -> None:
    said = succeeded(unreleased, "release", NEW, "--dry-run", "--manifest", "manifest.json")
    assert "Nothing was tagged." in said
    found = json.loads((unreleased / "manifest.json").read_text())
    assert {"index.html", "scenarios/fire.html"} <= found["files"].keys()
    assert (tags(unreleased), traces(unreleased)) == ([], [])


def test_the_manifest_names_every_plan_and_every_file(published: Path) -> None:
    found = manifest(published, OLD)
    assert found["edition"] == OLD
    assert found["changes"] == "- The first one."
    assert found["languages"] == ["en", "es"]
    assert found["revision"] == git(published, "rev-parse", f"edition/{OLD}^{{commit}}")
    plans = {plan["id"]: plan for plan in found["plans"]}  # type: ignore[attr-defined]
    assert len(plans) == 13
    assert {"version", "status", "owner", "approver", "approved_on", "effective_on"} <= plans["data-leak"].keys()
    assert len(plans["data-leak"]["fingerprint"]) == 64
    assert "leaked-data" in {plan["id"] for plan in manifest(published, NEW)["plans"]}  # type: ignore[attr-defined]
    files = tree(published / "public" / OLD)
    assert found["files"].keys() == files.keys() - {"edition.json"}  # type: ignore[attr-defined]


def test_a_slip_of_the_year_is_refused(unreleased: Path) -> None:
    (unreleased / "EDITIONS.md").write_text("# Editions\n\n## 2062.11\n\n- A slip.\n")
    commit(unreleased, "a slip")
    done = handbook(unreleased, "release", "2062.11")
    assert done.returncode == 1
    assert "2062.11 lies far after the day of the commit" in done.stderr
