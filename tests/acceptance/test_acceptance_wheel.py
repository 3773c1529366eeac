"""The built wheel, installed where nothing of the repository can be seen, starts and builds a handbook."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.acceptance.built_pages import dead_ends
from tests.conftest import ROOT


def output_of(command: list[str], folder: Path) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST", "COV"))}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    output_of([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a fresh environment with the wheel, and this environment's dependencies behind it."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, with_pip=False, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--no-deps", "--no-index", "--quiet"]
    output_of([*pip, str(wheel)], folder.parent)
    (packages,) = folder.glob("lib/python*/site-packages")
    # A path file adds the folder alone; the one in it that points to the repository is not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


@pytest.mark.xdist_group("wheel")
def test_the_wheel_holds_the_bundled_handbook_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for part in ("plans/handbook.yml", "plans/locales/zh/plans.po", "site_templates/pages/home.html.j2", "mkdocs.yml"):
        assert f"generator/bundled/{part}" in names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"generator"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


@pytest.mark.xdist_group("wheel")
def test_the_installed_generator_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import generator; print(generator.__file__)"
    where = Path(output_of([str(installed / "python"), "-c", code], tmp_path).strip())
    assert where.is_relative_to(installed.parent)


@pytest.mark.xdist_group("wheel")
def test_the_installed_handbook_starts_checks_and_builds_one_of_its_own(installed: Path, tmp_path: Path) -> None:
    handbook = str(installed / "handbook")
    output_of([handbook, "init", "mycompany"], tmp_path)
    checked = output_of([handbook, "check", "--as-of", "2026-11-22"], tmp_path / "mycompany")
    assert "error[" not in checked
    assert "# deputy-missing" in output_of([handbook, "explain", "deputy-missing"], tmp_path / "mycompany")
    assert output_of([handbook, "build", "--strict"], tmp_path / "mycompany").startswith("Built ")
    site = tmp_path / "mycompany" / "site"
    assert {"index.html", "zh", "es", "pagefind", "scenarios"} <= {path.name for path in site.iterdir()}
    assert "hb-home" in (site / "index.html").read_text(encoding="utf-8")
    assert dead_ends(site) == []
