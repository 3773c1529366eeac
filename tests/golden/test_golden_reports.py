"""The reports on plans with faults in several files and on two small handbooks, byte by byte, in both forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.pipeline import Project, load_project
from tests.conftest import run_handbook
from tests.golden.books import AS_OF, HERE, copy_book
from tests.golden.conftest import Golden, difference

AS_OF_ARGUMENTS = ("--as-of", AS_OF.isoformat())


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_book("corner-shop", tmp_path_factory.mktemp("broken") / "shop", overlay="broken")


def test_the_text_report_is_as_the_golden_file_says(broken: Path, golden: Golden) -> None:
    run = run_handbook("check", *AS_OF_ARGUMENTS, cwd=broken)
    assert (run.returncode, run.stderr) == (1, "")
    golden("broken/report.txt", run.stdout.encode())


def test_the_json_report_is_as_the_golden_file_says(broken: Path, golden: Golden) -> None:
    run = run_handbook("check", *AS_OF_ARGUMENTS, "--format", "json", cwd=broken)
    assert (run.returncode, run.stderr) == (1, "")
    golden("broken/report.json", run.stdout.encode())


def test_both_forms_report_the_same_faults_in_the_same_order(broken: Path) -> None:
    text = run_handbook("check", *AS_OF_ARGUMENTS, cwd=broken).stdout
    report = json.loads(run_handbook("check", *AS_OF_ARGUMENTS, "--format", "json", cwd=broken).stdout)
    heads = [line for line in text.splitlines() if ": error[" in line]
    assert len(heads) == report["counts"]["errors"] >= 20
    for head, finding in zip(heads, report["findings"], strict=True):
        place = f"{finding['file']}:{finding['line']}:{finding['column']}" if finding["line"] else finding["file"]
        assert head == f"{place}: {finding['level']}[{finding['rule']}] {finding['message']}"
    assert len({finding["file"] for finding in report["findings"]}) == 6


def test_named_files_narrow_the_report_to_their_faults(broken: Path) -> None:
    named = "plans/scenarios/power-cut.yml"
    report = json.loads(run_handbook("check", *AS_OF_ARGUMENTS, "--format", "json", named, cwd=broken).stdout)
    assert {finding["file"] for finding in report["findings"]} == {named}


@pytest.mark.parametrize("form", ["txt", "json"])
@pytest.mark.parametrize("name", ["corner-shop", "libreria"])
def test_what_a_small_handbook_lacks_is_reported_as_the_golden_file_says(
    name: str, form: str, tmp_path: Path, golden: Golden
) -> None:
    arguments = ["--format", "json"] if form == "json" else []
    run = run_handbook("check", *AS_OF_ARGUMENTS, *arguments, cwd=copy_book(name, tmp_path / name))
    assert (run.returncode, run.stderr) == (1, "")
    golden(f"{name}/report.{form}", run.stdout.encode())


@pytest.mark.parametrize("name", ["corner-shop", "libreria"])
def test_a_small_handbook_can_be_read_without_a_fault(name: str) -> None:
    loaded = load_project(Project(HERE / name))
    assert loaded.report.findings == ()
    assert loaded.handbook is not None


def test_a_golden_file_that_no_longer_fits_is_shown_as_a_difference() -> None:
    message = difference("x.md", b"one\ntwo\nthree\n", b"one\n2\nthree\n")
    assert "-two\n+2\n" in message
    assert "UPDATE_GOLDEN=1" in message
