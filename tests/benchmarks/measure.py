"""Measure everything about one set of plans."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .process import Cost, middle, run, stage

LOAD = ("parse", "validate", "resolve", "load")
RENDER = ("catalogs", "pages", "tables", "offline")
CHECK = ("check", "absences")
OWN = ("load", "facts", "check", *RENDER, "write")
"""What the generator does itself; `load` holds parse, validate and resolve."""
_ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)


@dataclass
class Measured:
    """Costs of one set by row, and what its two sites hold."""

    size: str
    repeat: int
    costs: dict[str, Cost] = field(default_factory=dict)
    holds: dict[str, float] = field(default_factory=dict)

    @property
    def pages(self) -> float:
        return self.holds["pages"]

    @property
    def own(self) -> Cost:
        """All own stages together, with the peak of the one that needs most."""
        every = [self.costs[name] for name in OWN]
        return Cost(sum(c.seconds for c in every), sum(c.cpu for c in every), max(c.peak for c in every), {})


def measure(folder: Path, size: str, repeat: int, say: Callable[[str], None]) -> Measured:
    """Build, build again, edit and build, then each stage, then the plain site."""
    found = Measured(size, repeat)
    project, plain = folder / size, folder / f"{size}-plain"
    stage("make", str(project), size)

    def several(name: str, work: Callable[[int], Cost]) -> None:
        cost = found.costs[name] = middle([work(number) for number in range(repeat)])
        say(f"{size}: {name}: {cost.seconds:.2f} s, cpu {cost.cpu:.2f} s, {cost.peak / 2**20:.0f} MB")

    several("whole", lambda _: _build(project, fresh=True))
    several("second", lambda _: _build(project))
    several("edited", lambda number: _edited(project, number))
    for name in (*LOAD, "facts", *CHECK, *RENDER, "write", "search", "engine"):
        several(name, lambda _, name=name: _cold(project, name))  # type: ignore[misc]
    wrote = stage("plain-make", str(project), str(plain))
    several("plain", lambda _: stage("plain", str(plain)))
    found.holds = _contents(project, plain, wrote.said)
    return found


def _build(project: Path, *, fresh: bool = False) -> Cost:
    if fresh:
        for made in ("site", ".handbook"):
            shutil.rmtree(project / made, ignore_errors=True)
    return run("generator.cli", "-C", str(project), "build")


def _edited(project: Path, number: int) -> Cost:
    stage("edit", str(project), str(number))
    return _build(project)


def _cold(project: Path, name: str) -> Cost:
    """A stage without compiled templates; rendered pages stay, because the plain site is made from them."""
    shutil.rmtree(project / ".handbook" / "templates", ignore_errors=True)
    return stage(name, str(project))


def _contents(project: Path, plain: Path, wrote: dict[str, float]) -> dict[str, float]:
    from .markdown import word_count

    own = [path for path in (project / "site").rglob("*.html") if path.name != "404.html"]
    others = [path for path in (plain / "site").rglob("*.html") if path.name != "404.html"]
    if not len(own) == len(others) == wrote["pages"]:
        raise SystemExit(f"The sites differ: {len(own)} pages, {len(others)} in plain Material.")
    words = sum(word_count(part) for path in others for part in _ARTICLE.findall(path.read_text(encoding="utf-8")))
    return {
        "pages": len(own),
        "languages": len(list(plain.glob("*/mkdocs.yml"))),
        "words": wrote["words"],
        "plain_words": words,
        "scenarios": len(list((project / "plans" / "scenarios").glob("*.yml"))),
        "site_bytes": _bytes(project / "site"),
        "plain_site_bytes": _bytes(plain / "site"),
    }


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
