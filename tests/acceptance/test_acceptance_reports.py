"""Where reports and explanations go, and rules that other packages bring."""

from __future__ import annotations

import json
import os
import re
import resource
from pathlib import Path

import pytest

from generator.checker.manual import faults
from generator.checker.registry import all_rules
from tests.acceptance.books import check, spoil
from tests.acceptance.projects import AS_OF, run, tree
from tests.unit.checker.rule_packages import offer, write_rules


def test_a_report_goes_to_a_folder_that_was_missing_and_to_a_full_disk_not_at_all(book: Path) -> None:
    done = check(book, "--format", "json", "--output", "reports/deep/check.json")
    assert (done.returncode, done.stdout) == (0, "No faults found.\n")
    assert json.loads((book / "reports/deep/check.json").read_text())["findings"] == []
    before = tree(book)
    full = run(
        book, "check", "--as-of", AS_OF, "--format", "sarif", "--output", "reports/deep/check.json",
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )  # fmt: skip
    assert full.returncode == 2
    assert "check.json` cannot be written" in full.stderr
    assert "Traceback" not in full.stderr
    assert tree(book) == before
    assert "No space left" in check(book, "--format", "json", "--output", "/dev/full").stderr
    assert Path("/dev/full").is_char_device()


def test_a_report_to_dev_stdout_is_one_on_standard_output(book: Path) -> None:
    done = check(book, "--format", "json", "--output", "/dev/stdout")
    assert done.stdout == check(book, "--format", "json").stdout + "No faults found.\n"
    assert Path("/dev/stdout").is_symlink()


ESCAPE = "\x1b"


@pytest.mark.parametrize("arguments", [[], ["deputy-missing"], ["yaml-tab"]])
def test_what_is_explained_to_a_pipe_has_no_colours(arguments: list[str], book: Path) -> None:
    done = run(book, "explain", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert ESCAPE not in done.stdout


def test_a_report_to_a_pipe_has_no_colours(book: Path) -> None:
    spoil(book)
    done = check(book)
    assert done.returncode == 1
    assert ESCAPE not in done.stdout + done.stderr


def test_without_a_rule_all_rules_and_faults_are_listed_by_their_whole_names(tmp_path: Path) -> None:
    words = run(tmp_path, "explain").stdout.split()
    assert {*all_rules(), *faults()} <= set(words)


def test_a_rule_is_explained_with_its_examples_and_so_is_a_fault_of_reading(tmp_path: Path) -> None:
    rule = all_rules()["authority-not-held"]
    page = run(tmp_path, "explain", "authority-not-held").stdout
    assert all(part.rstrip() in page for part in (rule.why, rule.fix, rule.bad, rule.good, rule.report))
    fault = run(tmp_path, "explain", "yaml-not-utf8")
    assert fault.returncode == 0
    assert faults()["yaml-not-utf8"].fix in fault.stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("deputy-mising", "Did you mean `deputy-missing`?"),
        ("[/bold]", "There is no rule `[/bold]`."),
        ("zzz", "handbook explain"),
    ],
)
def test_an_unknown_rule_has_status_2_and_a_hint(name: str, says: str, tmp_path: Path) -> None:
    done = run(tmp_path, "explain", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_rules_of_another_package_are_checked_explained_and_published(shop: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    write_rules(installed, "lantern_rules")
    offer(installed, "lantern_rules")
    env = {"PYTHONPATH": f"{installed}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    checked = run(shop, "check", "--as-of", AS_OF, env=env)
    assert re.search(r"^plans/handbook\.yml:\d+:12: warning\[lantern-lit\] The lantern is lit\.$", checked.stdout, re.M)
    assert "lantern-lit" not in run(shop, "check", "--as-of", AS_OF).stdout
    explained = run(shop, "explain", "lantern-lit", env=env)
    assert "**The place of the company is told.** (warning, family house)" in explained.stdout
    built = run(shop, "build", "--as-of", AS_OF, env=env)
    assert built.returncode == 0, built.stderr
    pages = {path.name: path.read_text() for path in (shop / "site/rules").glob("*.html")}
    assert "time_zone: Asia/Shanghai  # lit" in pages["house.html"].replace("<span></span>", "")
    assert "house.html#lantern-lit" in pages["index.html"]


def test_rules_of_another_package_that_cannot_be_loaded_have_status_2(shop: Path, tmp_path: Path) -> None:
    write_rules(tmp_path / "installed", "lantern_rules", parts={".py": "import nothing_of_this_name\n"})
    offer(tmp_path / "installed", "lantern_rules")
    done = run(shop, "check", env={"PYTHONPATH": str(tmp_path / "installed")})
    assert (done.returncode, done.stdout) == (2, "")
    assert "The rules `lantern` of `lantern_rules` cannot be loaded: ModuleNotFoundError" in done.stderr
    assert "Traceback" not in done.stderr
