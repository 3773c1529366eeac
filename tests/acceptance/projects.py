"""Run the command line in projects of a test's own, and compare what it leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HANDBOOK = (sys.executable, "-m", "generator.cli")
AS_OF = "2026-11-22"
AS_OF_EPOCH = "1795305600"
"""Midnight of AS_OF in UTC, as SOURCE_DATE_EPOCH."""


def run(
    folder: Path,
    *arguments: str,
    command: tuple[str, ...] = HANDBOOK,
    env: dict[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run `handbook ARGUMENTS` in a folder, with `env` on top of the environment."""
    return subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        preexec_fn=before,
    )


def build(folder: Path, *arguments: str, **options: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Build as of the fixed day; the build must succeed."""
    done = run(folder, "build", "--as-of", AS_OF, *arguments, **options)  # type: ignore[arg-type]
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Paths that are not the same in both trees."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def left_behind(project: Path) -> list[str]:
    """What a build in the project folder should have cleared away."""
    return sorted(path.name for path in project.iterdir() if path.name.startswith(".site."))


def change_a_sentence(project: Path) -> None:
    """An edit that every build must show."""
    plan = project / "plans" / "scenarios" / "till-failure.yml"
    text = plan.read_text(encoding="utf-8")
    assert "Never hit the till." in text
    plan.write_text(text.replace("Never hit the till.", "Never kick the till."), encoding="utf-8")
