"""Where a branch went off the main one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.git.base import branch_point
from tests.acceptance.repositories import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits on main, one of them shared with a branch that has another one."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("shared", "main"):
        (tmp_path / name).write_text(name)
        commit(tmp_path, name)
    git(tmp_path, "checkout", "-q", "-b", "change", "main~1")
    (tmp_path / "change").write_text("change")
    commit(tmp_path, "change")
    return tmp_path


def test_it_is_the_last_commit_in_common_with_main(repository: Path) -> None:
    assert branch_point(repository) == ("main", git(repository, "rev-parse", "main~1"))


def test_the_branch_of_the_server_goes_before_the_local_one(repository: Path) -> None:
    git(repository, "update-ref", "refs/remotes/origin/main", "main~1")
    git(repository, "branch", "-q", "-f", "main", "change")
    assert branch_point(repository) == ("origin/main", git(repository, "rev-parse", "change~1"))


def test_without_a_main_branch_or_without_a_repository_there_is_none(repository: Path, tmp_path: Path) -> None:
    git(repository, "branch", "-q", "-D", "main")
    assert branch_point(repository) is None
    assert branch_point(tmp_path / "nowhere") is None
