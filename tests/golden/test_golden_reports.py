"""The report on plans with faults in several files, byte by byte, in both forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import run_handbook
from tests.golden.books import copy_book
from tests.golden.conftest import Golden, difference


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_book("corner-shop", tmp_path_factory.mktemp("broken") / "shop", overlay="broken")


def test_the_text_report_is_as_the_golden_file_says(broken: Path, golden: Golden) -> None:
    run = run_handbook("check", cwd=broken)
    assert (run.returncode, run.stderr) == (1, "")
    golden("broken/report.txt", run.stdout.encode())


def test_the_json_report_is_as_the_golden_file_says(broken: Path, golden: Golden) -> None:
    run = run_handbook("check", "--format", "json", cwd=broken)
    assert (run.returncode, run.stderr) == (1, "")
    golden("broken/report.json", run.stdout.encode())


def test_both_forms_report_the_same_faults_in_the_same_order(broken: Path) -> None:
    text = run_handbook("check", cwd=broken).stdout
    report = json.loads(run_handbook("check", "--format", "json", cwd=broken).stdout)
    heads = [line for line in text.splitlines() if ": error[" in line]
    assert len(heads) == report["counts"]["errors"] >= 20
    for head, finding in zip(heads, report["findings"], strict=True):
        place = f"{finding['file']}:{finding['line']}:{finding['column']}" if finding["line"] else finding["file"]
        assert head == f"{place}: {finding['level']}[{finding['rule']}] {finding['message']}"
    assert len({finding["file"] for finding in report["findings"]}) == 6


def test_named_files_narrow_the_report_to_their_faults(broken: Path) -> None:
    named = "plans/scenarios/power-cut.yml"
    report = json.loads(run_handbook("check", "--format", "json", named, cwd=broken).stdout)
    assert {finding["file"] for finding in report["findings"]} == {named}


@pytest.mark.parametrize("name", ["corner-shop", "libreria"])
def test_a_small_handbook_without_faults_gets_a_clean_report(name: str, tmp_path: Path) -> None:
    run = run_handbook("check", cwd=copy_book(name, tmp_path / name))
    assert (run.returncode, run.stdout, run.stderr) == (0, "No faults found.\n", "")


def test_a_golden_file_that_no_longer_fits_is_shown_as_a_difference() -> None:
    message = difference("x.md", b"one\ntwo\nthree\n", b"one\n2\nthree\n")
    assert "-two\n+2\n" in message
    assert "UPDATE_GOLDEN=1" in message
