"""The small handbook of the rules in a folder of its own: approve its plans, change them, and see what is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.pipeline import Project, inspect_project
from tests.conftest import AS_OF

FIRE = "plans/scenarios/fire.yml"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder), *arguments])


def approve(folder: Path, *arguments: str, by: str = "director") -> Result:
    return run(folder, "approve", *arguments, "--by", by)


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def records(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "plans/approvals").glob("*")}


def rows(folder: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    done = run(folder, "status", "--format", "json", *arguments)
    assert done.exit_code == 0
    return {row["plan"]: row for row in json.loads(done.stdout)}


def problems(folder: Path) -> list[str]:
    return [finding.rule for finding in inspect_project(Project(folder), AS_OF).report.findings]


def speak(folder: Path, sentence: str) -> None:
    path = folder / "plans/locales/zh/plans.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'msgid ""\nmsgstr ""\n\nmsgid "Smoke or flames."\nmsgstr "{sentence}"\n', encoding="utf-8")
