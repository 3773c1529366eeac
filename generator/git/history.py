"""Plan files as they were at a revision."""

from __future__ import annotations

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
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode()
    except subprocess.CalledProcessError:
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
        size = int(answer[start:begin].split()[2])
        yield answer[begin : begin + size]
        start = begin + size + 1


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints. Raises CalledProcessError if it refuses."""
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], input=given, capture_output=True, check=True
        ).stdout
    except FileNotFoundError:
        raise HandbookError("Git is not installed.", "Install git, or leave the option out.") from None
