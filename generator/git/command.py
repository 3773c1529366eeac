"""Run git in a folder, whatever repository a hook around us speaks of."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.errors import HandbookError

_OF_ANOTHER_FOLDER = frozenset(
    {
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
        *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"),
        *("GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_NAMESPACE"),
    }
)
"""What `git rev-parse --local-env-vars` names, apart from settings."""
_NO_HOOKS = ("-c", f"core.hooksPath={os.devnull}")


class GitError(HandbookError):
    """Git is missing or refuses."""


class NoRepositoryError(GitError):
    """The folder lies in no repository."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints, without running hooks. Raises GitError if it refuses."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_FOLDER}
    environment["LC_ALL"] = "C"
    command = ["git", "-C", str(folder), *_NO_HOOKS, *arguments]
    try:
        done = subprocess.run(command, input=given, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("Git is not installed.", "Install git, or leave the option out.") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        kind = NoRepositoryError if "not a git repository" in said else GitError
        raise kind(
            f"Git refuses `git {arguments[0]}` in `{folder}`: {said}",
            "Mend what git says.",
        )
    return done.stdout


def git_line(folder: Path, *arguments: str) -> str:
    """The one line that git prints."""
    return git(folder, *arguments).decode("utf-8", "surrogateescape").removesuffix("\n")
