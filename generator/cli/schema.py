"""`handbook schema`: JSON Schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.console import output_console
from generator.exports.schemas import file_patterns, plan_schemas
from generator.files.write import write_file
from generator.pipeline import Project, load_project


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=".handbook/schemas",
    help="Folder of the schemas. Default: .handbook/schemas.",
)
@click.pass_obj
def schema(project: Project, output: Path) -> None:
    """Write a JSON Schema for every kind of plan file, with the ids of this handbook.

    An editor with a YAML language server then completes keys and ids and marks what does not exist. While the plans
    have errors, references may be any id. Run it again when ids have changed.
    """
    folder = output if output.is_absolute() else project.folder / output
    handbook = load_project(project).handbook
    schemas = plan_schemas(handbook)
    for name, data in schemas.items():
        write_file(folder / f"{name}.schema.json", _bytes(data))
    shown = output.as_posix()
    settings = {f"{shown}/{name}.schema.json": pattern for name, pattern in file_patterns().items()}
    console = output_console()
    console.print(f"Wrote {len(schemas)} schemas to {folder}.")
    if handbook is None:
        console.print("The plans have errors, so references are not checked; run `handbook check`, then this again.")
    console.print("For Visual Studio Code with the YAML extension, put this into .vscode/settings.json:")
    console.print_json(json.dumps({"yaml.schemas": settings}))


def _bytes(data: dict[str, object]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
