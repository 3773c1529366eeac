"""Packages of rules as other companies write them, in a folder of a test's own."""

from __future__ import annotations

from pathlib import Path

PARTS = {
    ".py": '''"""The place of the company is told.

The settings name the place.

## Why

So that it is seen.

## How to fix

Leave it.
"""

from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule of the lantern",)


def check(facts):
    settings = facts.handbook.settings
    yield Problem(Place.of(settings, "time_zone"), "The lantern is lit.", "darkness", "Put it out.")
''',
    ".bad.yml": "handbook.yml:\n  time_zone: Asia/Shanghai  # lit\n",
    ".good.yml": "handbook.yml:\n  time_zone: UTC  # dark\n",
    ".bad.txt": "bad.yml:2:14: warning[lantern-lit] The lantern is lit.\n",
}
"""The four parts of a rule, by the end of the file name."""


def write_rules(folder: Path, package: str, name: str = "lantern_lit", parts: dict[str, str] = PARTS) -> None:
    """A package `package` with the family `house` and one rule in it."""
    family = folder / package / "house"
    family.mkdir(parents=True, exist_ok=True)
    for place in (family.parent, family):
        (place / "__init__.py").write_text('"""Rules."""\n')
    for end, content in parts.items():
        (family / f"{name}{end}").write_text(content)


def offer(folder: Path, package: str, name: str = "lantern") -> None:
    """What an installed package leaves beside its modules, so that its entry point is found."""
    about = folder / f"{package}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[emergency_plan_handbook.rules]\n{name} = {package}\n")
