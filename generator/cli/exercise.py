"""`handbook exercise record`: write down that an exercise was held, and what it showed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

import click

from generator.analysis.recording import check_record, record_file, record_of, required_exercise, with_demands
from generator.cli.amend import Draft, plan_file
from generator.cli.console import output_console
from generator.cli.record_content import action_block, action_of, demand_of, finding_of, snippet, timing_of
from generator.model.exercises import Exercise
from generator.pipeline import Project, require_handbook, today
from generator.source.amend import append_item, set_values
from generator.source.emit import OnOneLine, block_item

_DAY = click.DateTime(["%Y-%m-%d"])


class Content(TypedDict):
    """What is said about the exercise by options."""

    place: str | None
    led_by: str | None
    evaluated_by: str | None
    participants: tuple[str, ...]
    absent: tuple[str, ...]
    course: str | None
    timings: tuple[OnOneLine, ...]
    strengths: tuple[str, ...]
    findings: tuple[dict[str, Any], ...]
    conclusion: str | None
    actions: tuple[dict[str, Any], ...]


class Wanted(Content):
    """What to do with the record."""

    day: datetime
    demands: tuple[dict[str, str], ...]
    source: Path | None
    file: Path | None
    next_on: datetime | None
    dry_run: bool


@click.group()
def exercise() -> None:
    """Exercises: record one that was held."""


@exercise.command()
@click.argument("name", metavar="EXERCISE")
@click.option("--on", "day", type=_DAY, required=True, help="Day on which it was held.")
@click.option("--place", help="Where it was held.")
@click.option("--led-by", metavar="ROLE", help="Role that led it. Default: as planned.")
@click.option("--evaluated-by", metavar="ROLE", help="Role that judged it. Default: as planned.")
@click.option("--participant", "participants", metavar="ROLE", multiple=True, help="Role that was there; repeatable.")
@click.option("--absent", metavar="ROLE", multiple=True, help="Role that should have been there; repeatable.")
@click.option("--course", help="What happened, in order.")
@click.option(
    "--timing", "timings", metavar="WHAT=LIMIT/MEASURED", multiple=True, callback=timing_of, help="Repeatable."
)
@click.option("--strength", "strengths", metavar="TEXT", multiple=True, help="What worked; repeatable.")
@click.option(
    "--finding", "findings", metavar="ID: TEXT | CAUSE", multiple=True, callback=finding_of, help="Repeatable."
)
@click.option(
    "--demand",
    "demands",
    metavar="FINDING: PLAN",
    multiple=True,
    callback=demand_of,
    help="Plan that must be changed because of a finding: it stays open until a version names it; repeatable.",
)
@click.option(
    "--action",
    "actions",
    metavar="ID: FINDING | WHAT IS DONE | OWNER | DUE ON",
    multiple=True,
    callback=action_of,
    help="What is done about a finding, by which role, until which day; repeatable.",
)
@click.option("--conclusion", help="What it proves and what must change.")
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="YAML file with keys of a record, and `actions`; an option replaces its key.",
)
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Plan file to write into. Default: the one that holds the records.",
)
@click.option("--next-on", type=_DAY, help="Day of the next round, written into the programme.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.pass_context
def record(context: click.Context, name: str, **wanted: Unpack[Wanted]) -> None:
    """Add the record of EXERCISE, named by its id, to the plans; comments and layout stay.

    Nothing is written if the handbook would have an error that it does not have now: a finding needs an action.
    """
    project: Project = context.obj
    handbook = require_handbook(project)
    now = today(handbook.settings.time_zone)
    held, on = required_exercise(handbook, name), wanted["day"].date()
    content = _content(wanted)
    actions = content.pop("actions", None) or []
    content["findings"] = with_demands(handbook, content.get("findings", []), wanted["demands"])
    data = record_of(held, on, content)
    check_record(handbook, data, held, on, now)
    draft = Draft(project)
    file = plan_file(project, wanted["file"]) if wanted["file"] else record_file(handbook, held)
    blocks = {"records": [data], "actions": [action_block(entry, data["id"]) for entry in actions]}
    for key, entries in blocks.items():
        for entry in entries:
            draft.put(file, append_item(draft.text(file), key, entry))
    if wanted["next_on"]:
        _plan_next(draft, held, wanted["next_on"])
    draft.require_no_new_error(context, now)
    if wanted["dry_run"]:
        _print_blocks(blocks)
        return
    draft.write()
    output_console().print(f"{file}: record `{data['id']}` added.", markup=False)


def _content(wanted: Wanted) -> dict[str, Any]:
    """What a snippet says, and before it what options say."""
    told = {field: wanted[field] for field in Content.__annotations__}  # type: ignore[literal-required]
    given = {field: list(value) if isinstance(value, tuple) else value for field, value in told.items() if value}
    return {**(snippet(wanted["source"]) if wanted["source"] else {}), **given}


def _plan_next(draft: Draft, held: Exercise, day: datetime) -> None:
    file = held.position("id").file
    values = {"next_on": day.date().isoformat()}
    draft.put(file, set_values(draft.text(file), "programme", held.id, values))


def _print_blocks(blocks: dict[str, list[dict[str, Any]]]) -> None:
    for key, entries in blocks.items():
        if entries:
            click.echo(f"{key}:")
            click.echo("\n".join(line for entry in entries for line in block_item(entry, 2)))
