"""The folder in which editions are published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from generator.editions.comparison import Differences, differences
from generator.editions.copy import PublishedCopy, parse_copy
from generator.editions.number import Edition
from generator.editions.publication import AROUND, CURRENT, STAMP
from generator.errors import HandbookError
from generator.files.read import read_bytes
from generator.files.sums import link_tree, sums
from generator.files.write import disk_error, put_in_place


def require_ours(folder: Path) -> None:
    """Raises HandbookError if the folder holds something else than editions: it is about to be replaced."""
    if foreign := foreign_names(folder):
        raise HandbookError(
            f"`{folder}` holds something else than editions, which would be lost: `{foreign[0]}`"
            + (f" and {len(foreign) - 1} more." if len(foreign) > 1 else "."),
            "Name another folder with `--output`, or move it away and add it to the published copy afterwards.",
        )


def foreign_names(folder: Path) -> tuple[str, ...]:
    """What the folder holds beside editions and what stands around them."""
    try:
        held = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    except OSError as error:
        raise disk_error(folder, error) from error
    return tuple(name for name in held if not _is_ours(name))


def _is_ours(name: str) -> bool:
    return name in AROUND or name == CURRENT or Edition.known(name) is not None


def read_copies(folder: Path) -> dict[str, PublishedCopy]:
    """The copies in the folder, by the name of their folder."""
    found = {}
    for stamp in sorted(folder.glob(f"*/{STAMP}")):
        copy = parse_copy(read_bytes(stamp).decode(errors="replace"))
        name = stamp.parent.name
        if copy and copy.manifest.edition == name and (name == CURRENT or Edition.known(name)):
            found[name] = copy
    return found


def intact(folder: Path, copy: PublishedCopy) -> bool:
    """Whether every file of a copy is as it was built."""
    found = sums(folder)
    found.pop(STAMP, None)
    return found == copy.files


def write_copy(folder: Path, copy: PublishedCopy) -> None:
    """Note what a folder holds."""
    _write(folder / STAMP, copy.json_text.encode())


def same_surroundings(folder: Path, around: Mapping[str, bytes], editions: Iterable[str]) -> bool:
    """Whether the files outside of the editions are exactly these."""
    return not other_surroundings(folder, around, editions)


def other_surroundings(folder: Path, around: Mapping[str, bytes], editions: Iterable[str]) -> Differences:
    """At which paths the files outside of the editions are not these."""
    names = frozenset(editions)
    found = {
        path.relative_to(folder).as_posix(): sha256(read_bytes(path)).hexdigest()
        for entry in folder.iterdir()
        if entry.name not in names
        for path in (entry.rglob("*") if entry.is_dir() else [entry])
        if path.is_file()
    }
    return differences({name: sha256(content).hexdigest() for name, content in around.items()}, found)


def publish(staging: Path, final: Path, around: Mapping[str, bytes], kept: Iterable[str]) -> None:
    """Complete the new folder with the copies that are kept, and let it change places with the old one."""
    for name in kept:
        link_tree(final / name, staging / name)
    for name, content in around.items():
        _write(staging / name, content)
    put_in_place(staging, final)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise disk_error(path, error) from error
