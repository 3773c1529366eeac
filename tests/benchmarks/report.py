"""Figures beside aims, as text and as data."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from .measure import Measured
from .process import Cost

_ROWS = (
    ("parse", "  parse YAML"),
    ("validate", "  check against the model"),
    ("resolve", "  resolve references"),
    ("load", "read + load (all of it)"),
    ("facts", "facts"),
    ("check", "rules of the checker"),
    ("absences", "one and two people out"),
    ("catalogs", "read translations"),
    ("pages", "render pages"),
    ("tables", "render tables (CSV, XLSX)"),
    ("offline", "list for offline search"),
    ("write", "write sources"),
    ("inside_engine", "engine (MkDocs, in a build)"),
    ("search", "search index (Pagefind)"),
    ("whole", "whole build"),
    ("second", "second build, no change"),
    ("edited", "build after one edit"),
    ("plain", "plain Material"),
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio by the clock and by processor time, with what it should not exceed."""

    name: str
    clock: float
    cpu: float
    aim: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the aim is reached; other work on the machine spoils the clock, but not the processor time."""
        if self.aim is None:
            return ""
        reached = [name for name, value in (("clock", self.clock), ("cpu", self.cpu)) if value <= self.aim]
        said = {0: "MISSED", 1: f"reached by {''.join(reached)} only", 2: "reached"}[len(reached)]
        return f"   aim ≤ {self.aim:.3f}  {said}"


def rows(found: Measured) -> Iterator[tuple[str, float, float | None, float | None]]:
    """Label, seconds, processor seconds and mebibytes of each row."""
    for key, label in _ROWS:
        if key == "inside_engine":
            yield label, found.costs["engine"].said[key], None, None
            continue
        cost = found.costs[key]
        yield label, cost.seconds, cost.cpu, cost.peak / 2**20
        if key == "write":
            yield "own stages together", found.own.seconds, found.own.cpu, None


def ratios(found: Measured) -> tuple[Ratio, ...]:
    """What one set says about the aims."""
    whole, second, plain = (found.costs[name] for name in ("whole", "second", "plain"))
    return (
        Ratio("own stages / plain Material", found.own.seconds / plain.seconds, found.own.cpu / plain.cpu, 0.1),
        Ratio("whole build / plain Material", whole.seconds / plain.seconds, whole.cpu / plain.cpu, 1 / 3),
        Ratio("second build / first", second.seconds / whole.seconds, second.cpu / whole.cpu, 0.1),
    )


def growth(small: Measured, large: Measured) -> tuple[Ratio, ...]:
    """Time per page and per scenario of the larger set over that of the smaller one; 1 is linear.

    The aim is about pages. Scenarios are shown beside them, because a larger set has the same few other pages and so
    more scenarios, which are long, among its pages.
    """

    def grown(name: str, unit: str, few: Cost, many: Cost) -> Ratio:
        units = small.holds[unit] / large.holds[unit]
        aim = 1.0 if unit == "pages" and name != "plain" else None
        return Ratio(f"{name}, time per {unit}", many.seconds / few.seconds * units, many.cpu / few.cpu * units, aim)

    return tuple(
        grown(name, unit, few, many)
        for unit in ("pages", "scenarios")
        for name, few, many in (
            ("own stages", small.own, large.own),
            *((name, small.costs[name], large.costs[name]) for name in ("whole", "search", "plain")),
        )
    )


def as_text(every: list[Measured]) -> Iterator[str]:
    """The table of all sets."""
    yield f"{_machine()}; medians; s = seconds by the clock, cpu = of all processors, MB = peak of all processes"
    for found in every:
        holds = found.holds
        yield ""
        yield (
            f"{found.size}: {holds['scenarios']:.0f} scenarios, {holds['pages']:.0f} pages in "
            f"{holds['languages']:.0f} languages, {found.repeat} runs; site {holds['site_bytes'] / 2**20:.0f} MB, "
            f"plain site {holds['plain_site_bytes'] / 2**20:.0f} MB with {holds['plain_words'] / holds['words']:.0%} "
            "of the words"
        )
        yield f"  {'':32}{'s':>9}{'cpu':>9}{'ms/page':>9}{'MB':>7}"
        for label, seconds, cpu, peak in rows(found):
            per_page = seconds / found.pages * 1000
            yield f"  {label:32}{seconds:9.2f}{_or_blank(cpu, 9, 2)}{per_page:9.2f}{_or_blank(peak, 7, 0)}"
        yield from _ratio_lines(ratios(found))
    sizes = {found.size: found for found in every}
    for small, large in _steps(sizes):
        yield ""
        yield f"growth {small.size} → {large.size} scenarios (1.00 is linear)"
        yield from _ratio_lines(growth(small, large))


def as_data(every: list[Measured], command: str, browser: dict[str, Any]) -> dict[str, Any]:
    """All figures, for machines."""
    sizes = {found.size: found for found in every}
    return {
        "command": command,
        "machine": _machine(),
        "sets": {
            found.size: {
                "repeat": found.repeat,
                **found.holds,
                "costs": {name: asdict(cost) for name, cost in found.costs.items()},
                "own": asdict(found.own),
                "ratios": [asdict(ratio) for ratio in ratios(found)],
            }
            for found in every
        },
        "growth": {f"{few.size}-{many.size}": [asdict(r) for r in growth(few, many)] for few, many in _steps(sizes)},
        "browser": browser,
    }


def _steps(sizes: dict[str, Measured]) -> list[tuple[Measured, Measured]]:
    generated = sorted((found for found in sizes.values() if found.size.isdigit()), key=lambda found: int(found.size))
    return list(pairwise(generated))


def _ratio_lines(every: Iterable[Ratio]) -> Iterator[str]:
    for ratio in every:
        yield f"  {ratio.name:32}{ratio.clock:9.3f}{ratio.cpu:9.3f}{ratio.verdict}"


def _or_blank(number: float | None, width: int, decimals: int) -> str:
    return f"{number:{width}.{decimals}f}" if number is not None else " " * width


def _machine() -> str:
    load = os.getloadavg()[0]
    return f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load:.1f}"
