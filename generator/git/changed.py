"""Files of a project at a revision, and those that are others in the work tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.analysis.approvals import ChangeKind
from generator.git.command import git, git_line
from generator.impact.files import FileChange

_KINDS = {b"A": ChangeKind.ADDED, b"D": ChangeKind.REMOVED}


def commit_of(revision: str, folder: Path) -> str:
    """The commit that a revision names. Raises GitError if there is none."""
    return git_line(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")


def files_at(commit: str, folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Those of the files below a folder that a commit has, as they are kept."""
    wanted = tuple(paths)
    asked = "".join(f"{commit}:./{path}\n" for path in wanted)
    found = _answers(git(folder, "cat-file", "--batch", given=asked.encode()))
    return {path: content for path, content in zip(wanted, found, strict=True) if content is not None}


def changed_since(commit: str, folder: Path) -> tuple[FileChange, ...]:
    """Files below a folder that are not as in a commit, in path order; of new ones those that git does not ignore."""
    options = ("--name-status", "-z", "--no-renames", "--no-ext-diff", "--relative")
    kinds, paths = _alternating(git(folder, "diff", *options, commit, "--", "."))
    found = {path: _KINDS.get(kind, ChangeKind.CHANGED) for kind, path in zip(kinds, paths, strict=True)}
    for path in _split(git(folder, "ls-files", "--others", "--exclude-standard", "-z")):
        # The index forgot it, and so git takes it for removed; but it is there.
        found[path] = ChangeKind.CHANGED if path in found else ChangeKind.ADDED
    return tuple(FileChange(path.decode(errors="replace"), kind) for path, kind in sorted(found.items()))


def _alternating(output: bytes) -> tuple[list[bytes], list[bytes]]:
    parts = _split(output)
    return parts[::2], parts[1::2]


def _split(output: bytes) -> list[bytes]:
    return [part for part in output.split(b"\0") if part]


def _answers(output: bytes) -> Iterator[bytes | None]:
    """Contents in the order in which they were asked for; None for what is no file."""
    start = 0
    while start < len(output):
        begin = output.index(b"\n", start) + 1
        about = output[start:begin].split()
        if not about[-1].isdigit():
            # Such as "missing".
            yield None
            start = begin
            continue
        kind, size = about[-2], int(about[-1])
        yield output[begin : begin + size] if kind == b"blob" else None
        start = begin + size + 1
