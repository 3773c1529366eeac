"""A folder with the small handbook of the rules, in which commands may write, on a fixed day."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.app import app
from tests.rules.overlay import BASE

# 2026-11-22 in the time zone of the handbook.
DAY = {"SOURCE_DATE_EPOCH": "1795305600"}


class Company:
    """A copy of the handbook; `file` is the plan with programme, records and actions."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(BASE / "plans", folder / "plans")
        self.folder = folder
        self.file = folder / "plans/exercises/programme.yml"

    def run(self, *arguments: str) -> Result:
        return CliRunner(env=DAY).invoke(app, ["-C", str(self.folder), *arguments])

    def contents(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()}
