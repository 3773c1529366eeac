"""Plan files as they were at a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import HandbookError
from generator.files.read import is_plan, shown_path
from generator.git.command import GitError, git
from generator.loading import PlanFile


def plan_files_at(revision: str, plans: Path, project: Path) -> tuple[PlanFile, ...]:
    """The plan files below the folder `plans` at a revision, named as those of today.

    Raises HandbookError if this is no git repository, or git knows no such revision.
    """
    try:
        return tuple(_plan_files(_commit(revision, plans), plans, project))
    except GitError as error:
        raise HandbookError(
            f"Git cannot read the history of `{plans}`: {error.message}", "Run it in a whole git repository."
        ) from None


def _plan_files(commit: str, plans: Path, project: Path) -> Iterator[PlanFile]:
    names = [(name, blob) for name, blob in _blobs(commit, plans) if is_plan(Path(name))]
    contents = _contents((blob for _, blob in names), plans)
    for (name, _), content in zip(names, contents, strict=True):
        yield PlanFile(shown_path(plans / name, project), name, content)


def _commit(revision: str, folder: Path) -> str:
    git(folder, "rev-parse", "--git-dir")
    try:
        return git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode()
    except GitError:
        raise HandbookError(
            f"Git knows no revision `{revision}` here.",
            "Name a branch, tag or commit of this repository; in a shallow clone fetch it first.",
        ) from None


def _blobs(commit: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Names below the folder with the ids of their contents."""
    listing = git(folder, "ls-tree", "-r", "-z", commit.strip(), "--", ".")
    for line in filter(None, listing.split(b"\0")):
        about, _, name = line.partition(b"\t")
        yield name.decode("utf-8", "surrogateescape"), about.split()[2].decode()


def _contents(blobs: Iterable[str], folder: Path) -> Iterator[bytes]:
    answer = git(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    start = 0
    while start < len(answer):
        begin = answer.index(b"\n", start) + 1
        *about, size_or_missing = answer[start:begin].split()
        if size_or_missing == b"missing":
            raise HandbookError("This clone lacks files of the revision.", f"Fetch {about[0].decode()} and the others.")
        size = int(size_or_missing)
        yield answer[begin : begin + size]
        start = begin + size + 1
