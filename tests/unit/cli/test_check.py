"""`handbook check`: forms, files, and when it fails."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checker.engine import Inspection
from generator.cli.app import app
from generator.finding import Finding, Level, Report
from generator.loading import LoadedHandbook
from generator.pipeline import Project
from tests.unit.reporters.samples import INSPECTION, RULES

HINT = "Run `handbook explain RULE` for the reasons."
FORMS = ("text", "json", "github", "gitlab", "sarif", "junit")


class Plans:
    """Stands for plans in which a given inspection finds what it finds; remembers the day it was asked for."""

    def __init__(self, inspection: Inspection) -> None:
        self.inspection = inspection
        self.as_of: date | None = None

    def inspect(self, _project: Project, _loaded: LoadedHandbook, as_of: date | None) -> Inspection:
        self.as_of = as_of
        return self.inspection


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> Plans:
    found = Plans(INSPECTION)
    monkeypatch.setattr("generator.cli.check.load_project", lambda _project: LoadedHandbook(None, Report()))
    monkeypatch.setattr("generator.cli.check.inspect_here", found.inspect)
    monkeypatch.setattr("generator.cli.check.all_rules", lambda: RULES)
    return found


def check(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder), "check", *arguments])


def with_levels(*levels: Level) -> Inspection:
    return Inspection(Report.of([replace(INSPECTION.report.findings[0], level=level) for level in levels], {}))


@pytest.mark.parametrize(
    ("worst", "failing"),
    [
        (Level.ERROR, {"error", "warning", "note"}),
        (Level.WARNING, {"warning", "note"}),
        (Level.NOTE, {"note"}),
        (None, set()),
    ],
)
def test_the_status_is_1_from_the_asked_level_up(
    worst: Level | None, failing: set[str], plans: Plans, tmp_path: Path
) -> None:
    plans.inspection = with_levels(*([worst] if worst else []))
    for fail_on in ("error", "warning", "note", "never"):
        assert check(tmp_path, "--fail-on", fail_on).exit_code == (fail_on in failing), fail_on


def test_without_asking_only_errors_fail(plans: Plans, tmp_path: Path) -> None:
    plans.inspection = with_levels(Level.WARNING, Level.NOTE)
    assert check(tmp_path).exit_code == 0
    plans.inspection = with_levels(Level.ERROR)
    assert check(tmp_path).exit_code == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_file_gets_what_standard_output_would_get(form: str, plans: Plans, tmp_path: Path) -> None:
    shown = check(tmp_path, "--format", form)
    written = check(tmp_path, "--format", form, "--output", str(tmp_path / "out" / "report"))
    assert (tmp_path / "out" / "report").read_bytes() == shown.stdout_bytes
    assert shown.exit_code == written.exit_code == 1
    assert written.stdout == "3 errors, 1 warning and 2 notes in 3 files.\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report"]


def test_text_ends_with_a_hint_only_if_there_are_findings(plans: Plans, tmp_path: Path) -> None:
    assert check(tmp_path).stdout.endswith(f"in 3 files.\n{HINT}\n")
    plans.inspection = Inspection(Report())
    assert check(tmp_path).stdout == "No faults found.\n"


@pytest.mark.parametrize("form", FORMS[1:])
def test_forms_for_programs_hold_no_hint(form: str, plans: Plans, tmp_path: Path) -> None:
    assert HINT not in check(tmp_path, "--format", form).stdout


def test_a_clean_run_writes_no_annotations(plans: Plans, tmp_path: Path) -> None:
    plans.inspection = Inspection(Report())
    done = check(tmp_path, "--format", "github")
    assert (done.exit_code, done.output) == (0, "")


def test_a_report_that_cannot_be_written_leaves_the_one_before(plans: Plans, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = check(tmp_path, "--output", str(tmp_path / "file" / "report"))
    assert "cannot be written" in str(done.exception)
    assert (tmp_path / "file").read_text() == "no folder"


def test_named_files_narrow_findings_and_waivers(plans: Plans, tmp_path: Path) -> None:
    (tmp_path / "plans/organization").mkdir(parents=True)
    for name in ("handbook.yml", "organization/火 50%.yml"):
        (tmp_path / "plans" / name).touch()
    named = json.loads(check(tmp_path, "--format", "json", str(tmp_path / "plans/handbook.yml")).stdout)
    assert {finding["file"] for finding in named["findings"]} == {"plans/handbook.yml"}
    assert named["waived"] == []
    assert named["counts"]["errors"] == 0
    other = json.loads(check(tmp_path, "--format", "json", str(tmp_path / "plans/organization/火 50%.yml")).stdout)
    assert len(other["waived"]) == 1


def test_the_day_is_handed_on(plans: Plans, tmp_path: Path) -> None:
    check(tmp_path)
    assert plans.as_of is None
    check(tmp_path, "--as-of", "2026-11-22")
    assert plans.as_of == date(2026, 11, 22)


def test_the_address_of_the_manual_reaches_the_report(plans: Plans, tmp_path: Path) -> None:
    done = check(tmp_path, "--format", "sarif", "--manual-url", "https://handbook.example/{rule}")
    driver = json.loads(done.stdout)["runs"][0]["tool"]["driver"]
    assert driver["rules"][0]["helpUri"] == "https://handbook.example/deputy-missing"


@pytest.mark.parametrize("form", FORMS)
def test_a_file_name_that_is_no_text_can_be_reported(form: str, plans: Plans, tmp_path: Path) -> None:
    name = os.fsdecode(b"plans/\xff.yml")
    finding = Finding("r", "m", replace(INSPECTION.report.findings[0].position, file=name))
    plans.inspection = Inspection(Report.of([finding], {}))
    assert check(tmp_path, "--format", form, "--output", str(tmp_path / "report")).exit_code == 1
    assert (tmp_path / "report").read_text(encoding="utf-8")


def test_a_folder_narrows_to_what_lies_in_it(plans: Plans, tmp_path: Path) -> None:
    (tmp_path / "plans/organization").mkdir(parents=True)
    named = json.loads(check(tmp_path, "--format", "json", str(tmp_path / "plans/organization")).stdout)
    assert {finding["file"] for finding in named["findings"]} == {"plans/organization/火 50%.yml"}
    every = json.loads(check(tmp_path, "--format", "json", str(tmp_path)).stdout)
    assert len(every["findings"]) == len(INSPECTION.report.findings)


def test_a_plan_that_is_a_link_is_known_by_its_own_name(plans: Plans, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "elsewhere.yml").touch()
    (tmp_path / "plans/handbook.yml").symlink_to(tmp_path / "elsewhere.yml")
    named = json.loads(check(tmp_path, "--format", "json", str(tmp_path / "plans/handbook.yml")).stdout)
    assert {finding["file"] for finding in named["findings"]} == {"plans/handbook.yml"}


def test_a_file_that_does_not_exist_is_not_called_clean(plans: Plans, tmp_path: Path) -> None:
    done = check(tmp_path, str(tmp_path / "plans/handbok.yml"))
    assert done.exit_code == 2
    assert "handbok.yml" in done.output


def test_a_report_to_a_pipe_leaves_the_pipe_in_place(plans: Plans, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    check(tmp_path, "--output", str(pipe))
    assert os.read(reader, 100_000).decode() == check(tmp_path).stdout
    os.close(reader)
    assert pipe.is_fifo()
