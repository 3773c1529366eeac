"""The bundled handbook shows three editions with real differences, wherever it is built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from generator.editions.manifest import Manifest, parse_manifest
from generator.git.tags import edition_numbers, edition_tag
from generator.history.changes import Comparison, Effect, Topic
from generator.history.compare import compare
from generator.history.grouping import by_plan, by_role
from generator.pipeline import Project, require_edition
from tests.acceptance.projects import run
from tests.acceptance.repositories import bundled_company, git
from tests.conftest import ROOT

EDITIONS = ("2026.09", "2026.10", "2026.11")
STEPS = tuple(pairwise(EDITIONS))


@pytest.fixture(scope="module")
def project(bundled_repository: Path) -> Project:
    return Project(bundled_repository)


def manifest(project: Project, name: str) -> Manifest:
    edition = next(edition for edition in edition_numbers(project.folder) if str(edition) == name)
    return parse_manifest(edition, edition_tag(project.folder, edition).message)


def difference(project: Project, before: str, after: str) -> Comparison:
    return compare(require_edition(project, before), require_edition(project, after))


@pytest.mark.parametrize("name", EDITIONS)
def test_every_edition_can_be_read_and_holds_what_was_approved(project: Project, name: str) -> None:
    """Rules of a later version may find more in it than those of its release."""
    book = require_edition(project, name)
    released = {plan.id: (plan.version, plan.approver, plan.fingerprint) for plan in manifest(project, name).plans}
    assert released == {record.plan: (record.version, record.by, record.fingerprint) for record in book.approvals}
    assert released.keys() == {plan.id for plan in book.plans}


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_from_each_edition_to_the_next_duties_change_for_many_roles(project: Project, before: str, after: str) -> None:
    found = difference(project, before, after)
    assert Effect.STRENGTHENED in {change.effect for change in found.changes}
    assert len(by_plan(found)) >= 7
    assert len(by_role(found)) >= 7


def test_the_editions_show_every_kind_of_duty_that_can_change(project: Project) -> None:
    changes = [change for step in STEPS for change in difference(project, *step).changes]
    assert {change.effect for change in changes} == {*Effect}
    duties = {Topic.ROLE, Topic.STEP, Topic.LIMIT, Topic.DEPUTY, Topic.APPROVAL, Topic.CLOCK, Topic.THRESHOLD}
    assert {change.topic for change in changes} >= duties | {Topic.OBJECTIVE, Topic.STATEMENT, Topic.EXERCISE}


def test_what_each_edition_changes_is_told_to_its_readers(project: Project) -> None:
    for name in EDITIONS:
        assert len(manifest(project, name).changes.splitlines()) >= 3


def test_fetching_gives_a_clone_without_tags_all_of_them_and_leaves_others_alone(tmp_path: Path) -> None:
    folder = bundled_company(tmp_path / "first")
    assert git(folder, "tag").splitlines() == [f"edition/{name}" for name in EDITIONS]
    git(folder, "tag", "-d", f"edition/{EDITIONS[0]}")
    subprocess.run([folder / ".editions" / "fetch"], check=True)
    assert git(folder, "tag").splitlines() == [f"edition/{name}" for name in EDITIONS[1:]]


def test_fetching_leaves_a_folder_alone_that_is_no_repository_or_inside_another_one(tmp_path: Path) -> None:
    inner = tmp_path / "outer" / "inner"
    shutil.copytree(ROOT / ".editions", inner / ".editions")
    subprocess.run([inner / ".editions" / "fetch"], check=True)
    git(tmp_path / "outer", "init", "-q")
    subprocess.run([inner / ".editions" / "fetch"], check=True)
    assert git(tmp_path / "outer", "tag") == ""


def test_the_published_site_has_them_all_with_pages_of_what_changed(bundled_editions: Path) -> None:
    public = bundled_editions / "public"
    listed = [entry["version"] for entry in json.loads((public / "versions.json").read_text())]
    assert listed == [*reversed(EDITIONS), "current"]
    for before, after in STEPS:
        text = re.sub(r"<[^>]+>", " ", (public / after / "changes.html").read_text(encoding="utf-8"))
        assert before in text
        assert after in text
        assert (public / after / "zh" / "changes.html").is_file()
    first = (public / EDITIONS[0] / "changes.html").read_text(encoding="utf-8")
    assert f"No edition before {EDITIONS[0]} was known when these pages were made." in first
    assert "git fetch" not in first
    # The plans as they stand are those of the newest edition exactly if the bundled ones were not changed since.
    severity = (public / "current" / "severity.html").read_text(encoding="utf-8")
    banner = severity.partition("data-hb-edition=")[2].partition("</p>")[0]
    register = (public / "current" / "plans.html").read_text(encoding="utf-8")
    assert (f"They are those of edition {EDITIONS[-1]}." in banner) == (f"<b>Edition {EDITIONS[-1]}</b>" in register)
    assert ("They are not in force." in banner) == ("not an edition" in register)


def test_a_second_publication_keeps_every_edition(bundled_editions: Path) -> None:
    done = run(bundled_editions, "site", "--current")
    assert done.stdout.startswith("Nothing has changed"), done.stdout + done.stderr
