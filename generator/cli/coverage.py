"""`handbook coverage`: which requirements the plans cover."""

from __future__ import annotations

import json

import click
from rich.table import Table

from generator.analysis.coverage import CatalogCoverage
from generator.analysis.coverage import coverage as coverage_of
from generator.cli.console import output_console
from generator.pipeline import Project, require_handbook


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the answer.")
@click.pass_context
def coverage(context: click.Context, form: str) -> None:
    """Show which plan covers which requirement; status 1 if one that must be covered is not."""
    project: Project = context.obj
    found = coverage_of(require_handbook(project))
    if form == "json":
        click.echo(json.dumps([_data(catalog) for catalog in found], ensure_ascii=False, indent=2))
    else:
        for catalog in found:
            _print(catalog)
        if not found:
            output_console().print("There is no list of requirements under plans/requirements/.")
    context.exit(1 if any(catalog.catalog.complete and catalog.missing for catalog in found) else 0)


def _print(found: CatalogCoverage) -> None:
    console = output_console()
    table = Table(title=found.catalog.title, title_justify="left")
    for column in ("No.", "What the handbook must say", "Covered by"):
        table.add_column(column, overflow="fold")
    for row in found.rows:
        plans = ", ".join(dict.fromkeys(evidence.plan.id for evidence in row.evidence))
        table.add_row(row.requirement.id, row.requirement.need, plans or "[bold red]nothing[/]")
    console.print(table, soft_wrap=False)
    missing = ", ".join(requirement.id for requirement in found.missing)
    console.print(
        f"{found.covered} of {len(found.rows)} covered." + (f" [bold red]Missing: {missing}.[/]" if missing else "")
    )


def _data(found: CatalogCoverage) -> dict[str, object]:
    return {
        "catalog": found.catalog.id,
        "covered": found.covered,
        "missing": [requirement.id for requirement in found.missing],
        "requirements": {
            row.requirement.id: [
                {"plan": e.plan.id, "file": e.element.position().file, "line": e.element.position().line}
                for e in row.evidence
            ]
            for row in found.rows
        },
    }
