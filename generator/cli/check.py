"""`handbook check`: say what is wrong with the plans."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.console import output_console
from generator.files.read import shown_path
from generator.finding import Report
from generator.pipeline import Project, load_project
from generator.reporters import report_as_json, report_as_text


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the report.")
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Read all plans and report every fault; with FILES, only the faults in those files."""
    project: Project = context.obj
    report = load_project(project).report
    if files:
        wanted = {shown_path(path.resolve(), project.folder) for path in files}
        report = Report.of((f for f in report.findings if f.position.file in wanted), report.lines)
    if form == "json":
        click.echo(report_as_json(report))
    else:
        output_console().print(report_as_text(report))
    context.exit(1 if report.errors else 0)
