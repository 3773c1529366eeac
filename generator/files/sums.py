"""Digests of the files of a folder, and copies that cost nothing."""

from __future__ import annotations

import errno
import os
import shutil
from hashlib import file_digest
from pathlib import Path

from generator.files.write import disk_error

_CANNOT_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EACCES})


def sums(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below the folder, by path. Raises HandbookError if one can't be read."""
    found = {}
    try:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                with path.open("rb") as file:
                    found[path.relative_to(folder).as_posix()] = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise disk_error(folder, error) from error
    return found


def link_tree(source: Path, target: Path) -> None:
    """A second place of the same files; they must not be written to afterwards. Copies where links can't be made."""
    try:
        shutil.copytree(source, target, copy_function=_link)
    except OSError as error:
        raise disk_error(target, error) from error


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        shutil.copy2(source, target)
