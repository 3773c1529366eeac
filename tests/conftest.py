"""What all tests share: the bundled handbook, loaded once, and its site, built once for all workers."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from generator.analysis.facts import Facts
from generator.model.handbook import Handbook
from generator.pipeline import Project, require_handbook

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 22)

# The same commit gives the same answer; `HYPOTHESIS_PROFILE=search` looks for examples that nobody thought of.
settings.register_profile("fixed", derandomize=True, database=None, deadline=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def run_handbook(*arguments: str, cwd: Path = ROOT, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "generator.cli", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=timeout, check=False)


@pytest.fixture(scope="session")
def bundled_project() -> Project:
    return Project(ROOT)


@pytest.fixture(scope="session")
def bundled_handbook(bundled_project: Project) -> Handbook:
    return require_handbook(bundled_project)


@pytest.fixture(scope="session")
def bundled_facts(bundled_handbook: Handbook) -> Facts:
    return Facts(bundled_handbook, AS_OF)


def _once(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once, by whichever worker comes first, and serves all of them."""
    base = factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def bundled_repository(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The bundled handbook with its editions, in a repository of its own; whoever changes it takes a copy."""
    from tests.acceptance.repositories import bundled_company

    return _once(tmp_path_factory, worker_id, "songlan", bundled_company)


@pytest.fixture(scope="session")
def built_site(bundled_repository: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the bundled handbook, built strictly and as of a fixed day; one build serves all workers."""

    def make(site: Path) -> None:
        arguments = ("build", "--strict", "--force", "--site-dir", str(site), "--as-of", AS_OF.isoformat())
        run = run_handbook(*arguments, cwd=bundled_repository)
        assert run.returncode == 0, run.stdout + run.stderr

    return _once(tmp_path_factory, worker_id, "bundled-site", make)


@pytest.fixture(scope="session")
def bundled_editions(bundled_repository: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """All editions of the bundled handbook and its plans as they stand, published in `public`."""

    def make(folder: Path) -> None:
        shutil.copytree(bundled_repository, folder)
        run = run_handbook("site", "--current", cwd=folder, timeout=900)
        assert run.returncode == 0, run.stdout + run.stderr

    return _once(tmp_path_factory, worker_id, "songlan-editions", make)


@pytest.fixture(scope="session")
def published_editions(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A repository with two editions in two languages, published in `public`; one serves all workers, to be copied."""
    from tests.acceptance.repositories import two_editions

    return _once(tmp_path_factory, worker_id, "editions", two_editions)
