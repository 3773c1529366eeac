"""What all tests share: the bundled handbook, loaded once, and its site, built once for all workers."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.analysis.facts import Facts
from generator.model.handbook import Handbook
from generator.pipeline import Project, require_handbook

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 22)


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


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the bundled handbook, built strictly and as of a fixed day; one build serves all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site = shared / "bundled-site"
    with (shared / "bundled-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            run = run_handbook("build", "--strict", "--force", "--site-dir", str(site), "--as-of", AS_OF.isoformat())
            assert run.returncode == 0, run.stdout + run.stderr
    return site


@pytest.fixture(scope="session")
def published_editions(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A repository with two editions in two languages, published in `public`; one serves all workers, to be copied."""
    from tests.acceptance.repositories import two_editions

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "editions"
    with (shared / "editions.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "public").exists():
            two_editions(folder)
    return folder
