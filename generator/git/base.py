"""The commit from which a branch went off."""

from __future__ import annotations

from pathlib import Path

from generator.git.command import GitError, git_line

_MAIN = ("origin/main", "main")


def branch_point(folder: Path) -> tuple[str, str] | None:
    """The main branch that is known here, and the last commit that HEAD has in common with it; None without either."""
    for branch in _MAIN:
        try:
            return branch, git_line(folder, "merge-base", "HEAD", branch)
        except GitError:
            continue
    return None
