"""Plan files as they were at a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import HandbookError
from generator.files.read import is_plan, shown_path
from generator.loading import PlanFile


def plan_files_at(revision: str, plans: Path, project: Path) -> tuple[PlanFile, ...]:
    """The plan files below the folder `plans` at a revision, named as those of today.

    Raises HandbookError if this is no git repository, or git knows no such revision.
    """
    commit = _commit(revision, plans)
    names = [(name, blob) for name, blob in _blobs(commit, plans) if is_plan(Path(name))]
    contents = _contents((blob for _, blob in names), plans)
    return tuple(
        PlanFile(shown_path(plans / name, project), name, content)
        for (name, _), content in zip(names, contents, strict=True)
    )


def _commit(revision: str, folder: Path) -> str:
    _git(folder, "rev-parse", "--git-dir")
    try:
        return _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode()
    except HandbookError:
        raise HandbookError(
            f"Git knows no revision `{revision}` here.",
            "Name a branch, tag or commit of this repository; in a shallow clone fetch it first.",
        ) from None


def _blobs(commit: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Names below the folder with the ids of their contents."""
    listing = _git(folder, "ls-tree", "-r", "-z", commit.strip(), "--", ".")
    for line in filter(None, listing.split(b"\0")):
        about, _, name = line.partition(b"\t")
        yield name.decode("utf-8", "surrogateescape"), about.split()[2].decode()


def _contents(blobs: Iterable[str], folder: Path) -> Iterator[bytes]:
    answer = _git(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    start = 0
    while start < len(answer):
        begin = answer.index(b"\n", start) + 1
        *about, size_or_missing = answer[start:begin].split()
        if size_or_missing == b"missing":
            raise HandbookError("This clone lacks files of the revision.", f"Fetch {about[0].decode()} and the others.")
        size = int(size_or_missing)
        yield answer[begin : begin + size]
        start = begin + size + 1


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints. Raises HandbookError if it refuses."""
    # The folder says which repository it is; in a hook these say it relative to another folder.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise HandbookError("Git is not installed.", "Install git, or leave the option out.") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise HandbookError(f"Git cannot read the history of `{folder}`: {said}", "Run it in a whole git repository.")
    return done.stdout
