"""The commands on the bundled handbook and on folders that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.app import app
from tests.acceptance.projects import AS_OF, run
from tests.conftest import ROOT, run_handbook

COMMANDS = ("build", "check", "coverage", "explain", "init", "schema", "serve", "translations")


def test_help_names_every_command_and_nothing_else_is_printed() -> None:
    done = run_handbook("--help")
    assert (done.returncode, done.stderr) == (0, "")
    listed = [line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert set(COMMANDS) <= set(listed) == set(app.commands)


def test_the_bundled_plans_have_no_error() -> None:
    done = run_handbook("check", "--as-of", AS_OF)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert ": error[" not in done.stdout


def test_the_bundled_plans_cover_all_98_requirements() -> None:
    done = run_handbook("coverage")
    assert (done.returncode, done.stderr) == (0, ""), "the lists that may have gaps do not fail"
    assert "\n98 of 98 covered.\n" in done.stdout
    assert "61 of 70 covered. Missing: ISO-4, ISO-6.2," in " ".join(done.stdout.split())


def test_a_requirement_that_nothing_covers_any_more_is_named_with_status_1(tmp_path: Path) -> None:
    copy_bundled(tmp_path)
    for path in (tmp_path / "plans").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.parent.name != "requirements" and "SCN-30" in text:
            path.write_text(text.replace("SCN-30, ", ""), encoding="utf-8")
    done = run(tmp_path, "coverage")
    assert done.returncode == 1
    assert "\n97 of 98 covered. Missing: SCN-30.\n" in done.stdout


def test_coverage_as_json_names_file_and_line_of_what_covers(tmp_path: Path) -> None:
    catalogs = {found["catalog"]: found for found in json.loads(run_handbook("coverage", "--format", "json").stdout)}
    inventory = catalogs["handbook-inventory"]
    assert (inventory["covered"], inventory["missing"], len(inventory["requirements"])) == (98, [], 98)
    for catalog in catalogs.values():
        assert catalog["covered"] + len(catalog["missing"]) == len(catalog["requirements"])
        for requirement, places in catalog["requirements"].items():
            assert bool(places) is (requirement not in catalog["missing"]), requirement
            for place in places:
                lines = (ROOT / place["file"]).read_text(encoding="utf-8").splitlines()
                assert 1 <= place["line"] <= len(lines)


@pytest.mark.parametrize("command", ["check", "coverage", "build"])
def test_a_folder_without_plans_cannot_run(command: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Nothing\ndocs_dir: plans\nplugins: [handbook]\n")
    done = run(tmp_path, command)
    assert done.returncode == 2
    assert "There is no folder `plans`." in done.stderr
    assert "handbook init" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_build_without_mkdocs_yml_cannot_run(shop: Path) -> None:
    (shop / "mkdocs.yml").unlink()
    done = run(shop, "build")
    assert done.returncode == 2
    assert "There is no `mkdocs.yml`" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (shop / "site").exists()


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("site_name: [unclosed\n", "mkdocs.yml"),
        ("site_name: Shop\ndocs_dir: plans\n", "does not use the `handbook` plugin"),
        ("site_name: Shop\ndocs_dir: plans\nplugins: [handbook, nobody-has-this]\n", "nobody-has-this"),
    ],
)
def test_a_wrong_mkdocs_yml_cannot_run(config: str, says: str, shop: Path) -> None:
    (shop / "mkdocs.yml").write_text(config)
    done = run(shop, "build")
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_an_unknown_option_cannot_run() -> None:
    done = run_handbook("build", "--quickly")
    assert done.returncode == 2
    assert "No such option" in done.stderr


def test_a_project_folder_that_does_not_exist_cannot_run(tmp_path: Path) -> None:
    done = run(tmp_path, "-C", "nowhere", "check")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_init_starts_a_handbook_without_errors(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "mine").returncode == 0
    assert (tmp_path / "mine" / ".gitignore").read_text().split() == [
        ".handbook/",
        "site/",
        "public/",
        "audit-pack-*.zip",
    ]
    done = run(tmp_path / "mine", "check", "--as-of", AS_OF)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_init_leaves_a_folder_that_is_not_empty_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    done = run(tmp_path, "init", "mine")
    assert done.returncode == 2
    assert "`mine` exists and is not empty." in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_init_accepts_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert run(tmp_path, "init", "mine").returncode == 0
    assert (tmp_path / "mine" / "plans" / "handbook.yml").is_file()


def copy_bundled(target: Path) -> None:
    """The bundled handbook as a project of its own."""
    assert run(target.parent, "init", target.name).returncode == 0
