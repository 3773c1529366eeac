"""Know whether a site still is what its inputs give."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildStamp:
    """What a site was built from: digest of the inputs, day, and the time zone that says which day it is."""

    inputs: str
    as_of: str
    time_zone: str
    outputs: str = ""


def input_digest(inputs: Iterable[Path], *more: str) -> str:
    """A digest of the content of files and folders, and of further facts such as versions."""
    digest = hashlib.sha256(json.dumps(more).encode())
    for root in inputs:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts:
                content = path.read_bytes()
                name = path.relative_to(root).as_posix() if root.is_dir() else path.name
                digest.update(f"\0{name}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()


def read_stamp(cache: Path, site: Path) -> BuildStamp | None:
    """The stamp of a site that is still as it was built; None if there is none or a file was touched since."""
    try:
        stamp = BuildStamp(**json.loads(_file(cache, site).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return stamp if stamp.outputs == _outputs(site) else None


def write_stamp(cache: Path, site: Path, stamp: BuildStamp) -> None:
    """Note what a site was built from."""
    cache.mkdir(parents=True, exist_ok=True)
    _file(cache, site).write_text(json.dumps({**asdict(stamp), "outputs": _outputs(site)}))


def _file(cache: Path, site: Path) -> Path:
    return cache / f"built-{hashlib.sha256(str(site).encode()).hexdigest()[:12]}.json"


def _outputs(site: Path) -> str:
    """Names, sizes and times of all files, so that an edit by hand is noticed without reading them all."""
    found = ((path.relative_to(site).as_posix(), path.stat()) for path in site.rglob("*") if path.is_file())
    return hashlib.sha256(json.dumps(sorted((n, s.st_size, s.st_mtime_ns) for n, s in found)).encode()).hexdigest()
