"""Write trees of files so that a failure or a kill never leaves half of one in place."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import HandbookError

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def write_tree(folder: Path, files: Mapping[str, bytes]) -> tuple[int, int]:
    """Make `folder` hold exactly these files; touch only what differs.

    Returns how many files were written and how many were removed. Raises HandbookError if the disk refuses.
    """
    written = 0
    try:
        removed = _remove_others(folder, files)
        for name, content in files.items():
            target = folder / name
            if not (target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                written += 1
    except OSError as error:
        raise disk_error(folder, error) from error
    return written, removed


def write_file(path: Path, content: bytes) -> None:
    """Put a file in place in one step; what stood there before stays whole until then.

    A device or a pipe is written to. Raises HandbookError if the disk refuses.
    """
    if not path.exists() or path.is_file():
        write_files({path: content})
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise disk_error(path, error) from error


def write_files(files: Mapping[Path, bytes]) -> None:
    """Put files in place once all of them are written; a link stays, and what it leads to is replaced.

    Raises HandbookError if one of them is read-only or the disk refuses; then none is changed.
    """
    fresh: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in files.items():
            target = path.resolve()
            _require_writable(target)
            fresh[target] = target.with_name(f".{target.name}.{os.getpid()}")
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh[target].write_bytes(content)
            if target.exists():
                shutil.copymode(target, fresh[target])
        for path, written in fresh.items():
            written.replace(path)
    except OSError as error:
        raise disk_error(path, error) from error
    finally:
        for left in fresh.values():
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _require_writable(path: Path) -> None:
    """A file can be replaced where its folder allows it; one that is marked read-only must stay all the same."""
    if path.exists() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _remove_others(folder: Path, keep: Iterable[str]) -> int:
    wanted = {folder / name for name in keep}
    stale = [path for path in folder.rglob("*") if path.is_file() and path not in wanted]
    for path in stale:
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return len(stale)


def staging_folder(final: Path) -> Path:
    """A fresh folder beside `final`; what killed runs left behind is cleared away first."""
    for left in final.parent.glob(f".{final.name}.new-*"):
        process = left.name.rpartition("-")[2]
        if process == str(os.getpid()) or not _is_running(process):
            shutil.rmtree(left, ignore_errors=True)
    return final.parent / f".{final.name}.new-{os.getpid()}"


def put_in_place(fresh: Path, final: Path) -> None:
    """Replace the folder `final` by `fresh` in one step; what stood there before is removed."""
    try:
        if not final.exists():
            fresh.rename(final)
            return
        if not _exchanged(fresh, final):
            aside = final.parent / f".{final.name}.old-{os.getpid()}"
            final.rename(aside)
            try:
                fresh.rename(final)
            except OSError:
                aside.rename(final)
                raise
            fresh = aside
        shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise disk_error(final, error) from error


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places atomically, where the system can (Linux renameat2)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def disk_error(path: Path, error: OSError) -> HandbookError:
    """What a failed write means for the person at the keyboard."""
    return HandbookError(
        f"`{path}` cannot be written: {error.strerror or error}.",
        "Free some space or check the folder's permissions; what stood there before was left as it was.",
    )
