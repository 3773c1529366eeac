"""`handbook action close`: write down that a corrective action is done, and what proves it."""

from __future__ import annotations

from datetime import datetime

import click

from generator.analysis.recording import check_closing
from generator.cli.amend import Draft
from generator.cli.console import output_console
from generator.pipeline import Project, require_handbook, today
from generator.source.amend import set_values


@click.group()
def action() -> None:
    """Corrective actions: close one with its evidence."""


@action.command()
@click.argument("name", metavar="ACTION")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Day on which it was found done.")
@click.option("--evidence", required=True, help="What proves it, such as a photograph, a test, a version of a plan.")
@click.pass_context
def close(context: click.Context, name: str, day: datetime, evidence: str) -> None:
    """Close ACTION, named by its id, in the plan file where it stands; all else in the file stays as it is.

    Nothing is written if the handbook would have an error that it does not have now.
    """
    project: Project = context.obj
    handbook = require_handbook(project)
    now = today(handbook.settings.time_zone)
    found = check_closing(handbook, name, day.date(), evidence, now)
    file = found.position("id").file
    draft = Draft(project)
    values = {"status": "closed", "closed_on": day.date().isoformat(), "evidence": " ".join(evidence.split())}
    draft.put(file, set_values(draft.text(file), "actions", name, values))
    draft.require_no_new_error(context, now)
    draft.write()
    output_console().print(f"{file}: action `{name}` closed on {day.date()}.", markup=False)
