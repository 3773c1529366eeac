"""Projects to build: the bundled handbook as it is, and handbooks with many scenarios."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from generator.exports.approval_records import FOLDER as APPROVALS
from generator.resources import bundled

from .variation import vary

BUNDLED = "bundled"


def make_project(folder: Path, size: str) -> None:
    """A fresh project: the bundled plans in all languages, or `size` scenarios in one language."""
    shutil.rmtree(folder, ignore_errors=True)
    # Nobody has approved the varied plans.
    shutil.copytree(bundled("plans"), folder / "plans", ignore=shutil.ignore_patterns(APPROVALS))
    shutil.copy(bundled("mkdocs.yml"), folder / "mkdocs.yml")
    if size != BUNDLED:
        shutil.rmtree(folder / "plans" / "locales")
        _keep_source_language(folder / "plans" / "handbook.yml")
        _fill_up(folder / "plans" / "scenarios", int(size))


def _keep_source_language(settings: Path) -> None:
    written = yaml.safe_load(settings.read_text(encoding="utf-8"))
    source = written["source_language"]
    written["languages"] = [language for language in written["languages"] if language["code"] == source]
    settings.write_text(yaml.safe_dump(written, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _fill_up(folder: Path, size: int) -> None:
    own = sorted(folder.glob("*.yml"))
    for left in own[size:]:
        raise ValueError(f"{size} scenarios are fewer than the bundled ones, which other plans name: {left.name}")
    for number in range(len(own), size):
        name, text = vary(own[number % len(own)], number)
        (folder / name).write_text(text, encoding="utf-8")


def edit_one_scenario(folder: Path, number: int) -> None:
    """What an author does: change one sentence of one plan."""
    path = sorted((folder / "plans" / "scenarios").glob("*.yml"))[0]
    text = path.read_text(encoding="utf-8")
    assert "aim: " in text, path
    path.write_text(text.replace("aim: ", f"aim: Edition {number}, ", 1), encoding="utf-8")
