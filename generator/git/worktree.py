"""The files of a commit in a folder of their own, for as long as they are needed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import HandbookError
from generator.files.write import staging_folder
from generator.git.command import GitError, git, git_line

_NAME = "worktree"


@contextmanager
def worktree(project: Path, commit: str, cache: Path) -> Iterator[Path]:
    """The project folder as it was at a commit, in a git worktree below `cache` that is removed at the end.

    Worktrees that killed runs left behind are removed first; those of other people are left alone.
    """
    cache.mkdir(parents=True, exist_ok=True)
    folder = staging_folder(cache / _NAME)
    _forget(project, cache)
    try:
        git(project, "worktree", "add", "--detach", "--force", str(folder), commit)
        inside = folder / git_line(project, "rev-parse", "--show-prefix")
        if not inside.is_dir():
            raise HandbookError(f"There was no handbook in this folder at {commit[:12]}.", "Run it where it was.")
        yield inside
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(GitError):
            _forget(project, cache)


def _forget(project: Path, cache: Path) -> None:
    """Let git forget those of our worktrees whose folder is gone."""
    listed = git(project, "worktree", "list", "--porcelain", "-z").decode("utf-8", "surrogateescape")
    for line in listed.split("\0"):
        path = Path(line.removeprefix("worktree "))
        ours = path.parent == cache.resolve() and path.name.startswith(f".{_NAME}.new-")
        if line.startswith("worktree ") and ours and not path.exists():
            # Twice: one that was killed while it was made is locked.
            git(project, "worktree", "remove", "--force", "--force", str(path))
