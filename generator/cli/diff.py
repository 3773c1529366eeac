"""`handbook diff`: say what changed in meaning between two editions of the plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator.cli.console import output_console
from generator.errors import HandbookError
from generator.files.write import write_file
from generator.history.changes import Comparison
from generator.history.compare import compare
from generator.model.handbook import Handbook
from generator.pipeline import WORKING_TREE, EditionUnreadableError, Project, require_edition
from generator.reporters import diff_as_json, diff_as_markdown, diff_as_text

Reporter = Callable[[Comparison, str, str, str | None], str]
_REPORTERS: Mapping[str, Reporter] = {
    "text": lambda *told: diff_as_text(*told).plain.rstrip("\n"),
    "markdown": diff_as_markdown,
    "json": diff_as_json,
}


class Wanted(TypedDict):
    """What to make of the changes."""

    form: str
    plan: str | None
    role: str | None
    output: Path | None


@click.command()
@click.argument("before", default="HEAD", metavar="[A]")
@click.argument("after", default=WORKING_TREE, metavar="[B]")
@click.option("--format", "form", type=click.Choice([*_REPORTERS]), default="text", help="Form of the report.")
@click.option("--plan", metavar="ID", help="Only what changed in this plan.")
@click.option("--role", metavar="ID", help="Only what is new for this role.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="File of the report. Default: standard output."
)
@click.pass_obj
def diff(project: Project, before: str, after: str, **wanted: Unpack[Wanted]) -> None:
    """Show what changed from A to B: who does what by when, and whether it strengthens or weakens the company.

    A and B are editions such as 2026.10, git revisions, folders with plans/, or `.` for the plans as they lie here.
    Without them the last commit is compared with the plans as they lie here.
    """
    found = compare(_edition(project, before), _edition(project, after))
    role = wanted["role"]
    if wanted["plan"]:
        found = _only_plan(found, wanted["plan"])
    if role and ("role", role) not in found.titles:
        raise HandbookError(f"Neither edition has a role `{role}`.", "Name the id of a role, such as `shop-manager`.")
    names = _name(before), _name(after)
    if wanted["output"] is None and wanted["form"] == "text":
        output_console().print(diff_as_text(found, *names, role), end="")
        return
    data = f"{_REPORTERS[wanted['form']](found, *names, role)}\n".encode(errors="replace")
    if wanted["output"] is None:
        click.echo(data, nl=False)
    else:
        write_file(wanted["output"].absolute(), data)


def _edition(project: Project, name: str) -> Handbook:
    """The handbook of an edition; of a folder without plans it is said that it has none, not what git knows."""
    try:
        return require_edition(project, name)
    except EditionUnreadableError:
        raise
    except HandbookError as error:
        if name == WORKING_TREE or not Path(name).is_dir():
            raise
        raise HandbookError(
            f"The folder `{name}` holds no `plans/`, and git knows no edition or revision of this name.",
            "Name the folder in which `plans/` lies, an edition such as 2026.10, or a git revision.",
        ) from error


def _only_plan(found: Comparison, plan: str) -> Comparison:
    """The changes in a plan, wherever else they show."""
    keys = {key for key in found.plans if key[1] == plan}
    if not keys:
        raise HandbookError(f"Neither edition has a plan `{plan}`.", "Name the id of a plan, such as `fire`.")
    return replace(found, changes=tuple(change for change in found.changes if keys & set(change.plans)))


def _name(edition: str) -> str:
    return "the working tree" if edition == WORKING_TREE else edition
