"""`handbook init`: start a handbook from the bundled example."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from generator.cli.console import output_console
from generator.editions.changelog import BEGINNING
from generator.editions.changelog import NAME as CHANGELOG
from generator.errors import HandbookError
from generator.exports.approval_records import FOLDER as APPROVALS
from generator.files.write import disk_error
from generator.pipeline import Project
from generator.resources import bundled

_IGNORED = ".handbook/\nsite/\npublic/\naudit-pack-*.zip\n"


@click.command()
@click.argument("name", type=click.Path(path_type=Path))
@click.pass_obj
def init(project: Project, name: Path) -> None:
    """Make a folder NAME with the plans of a fictional company, to be rewritten for your own."""
    target = project.folder / name
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise HandbookError(f"`{name}` exists and is not empty.", "Choose another name; nothing was changed.")
    try:
        # Nobody of the new company has approved anything.
        shutil.copytree(bundled("plans"), target / "plans", ignore=shutil.ignore_patterns(APPROVALS))
        shutil.copyfile(bundled("mkdocs.yml"), target / "mkdocs.yml")
        (target / ".gitignore").write_text(_IGNORED)
        (target / CHANGELOG).write_text(BEGINNING)
    except OSError as error:
        raise disk_error(target, error) from error
    output_console().print(
        f"Started a handbook in {target}.\n"
        f"Next: cd {name} && handbook build\n"
        "Then write your company into plans/handbook.yml, your posts into plans/organization/roles.yml,\n"
        "and run `handbook check` after each change."
    )
