"""`handbook review`: say what a change of the plans comes to, for those who approve it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from generator.analysis.facts import Facts
from generator.cli.console import output_console
from generator.errors import HandbookError
from generator.files.write import write_file
from generator.git.base import branch_point
from generator.git.tags import edition_numbers
from generator.impact.impact import Impact, State, impact_of
from generator.impact.translations import Catalogs
from generator.loading import LoadedHandbook
from generator.model.handbook import Handbook
from generator.pipeline import (
    NOTHING_BESIDE,
    WORKING_TREE,
    EditionUnreadableError,
    Project,
    beside_plans,
    inspect_loaded,
    load_edition,
    load_project,
    other_languages,
    recorded_prints,
    today,
    translator_for,
)
from generator.reporters import review_as_json, review_as_markdown, review_as_text

_HERE = "the working tree"
_ALL_NEW = "So every finding counts as new."

Reporter = Callable[[Impact, str, str, str], str]
_REPORTERS: Mapping[str, Reporter] = {
    "text": lambda *told: review_as_text(*told).plain.rstrip("\n"),
    "markdown": review_as_markdown,
    "json": review_as_json,
}


@dataclass(frozen=True, slots=True)
class _Base:
    """What the plans as they lie here are compared with."""

    name: str
    """For readers."""
    revision: str


@click.command()
@click.option(
    "--base",
    metavar="REV",
    help="Git revision, edition such as 2026.10, or folder with plans/. Default: the newest edition, or else where"
    " this branch went off main.",
)
@click.option("--format", "form", type=click.Choice([*_REPORTERS]), default="text", help="Form of the report.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="File of the report. Default: standard output."
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day on which the plans are checked. Default: today.")
@click.pass_context
def review(context: click.Context, base: str | None, form: str, output: Path | None, as_of: datetime | None) -> None:
    """Show what the change of the plans since a base comes to, for those who approve it.

    What got weaker, new and resolved findings, approvals that are void, scenarios, roles, action cards and pages that
    are concerned, sentences without a translation, translations that changed, and files that shape the pages though
    they are no plans. Where the base cannot be read, the report says so and tells
    the rest. Status 1 if the change brings new errors, 2 if there is no such base.
    """
    project: Project = context.obj
    chosen = _base(project, base)
    after = load_project(project)
    before, gap = _loaded_base(project, chosen)
    gap = gap or _unreadable(after, WORKING_TREE)
    day = as_of.date() if as_of else None
    languages = {*other_languages(before.handbook if before else None), *other_languages(after.handbook)}
    beside = beside_plans(project, chosen.revision, languages) if before else NOTHING_BESIDE
    was = _state(before, day, beside.catalogs) if before else None
    now = _state(after, day, _catalogs(project, after.handbook))
    impact = impact_of(was, now, beside.files)
    told = impact, chosen.name, _HERE, gap
    if output is None and form == "text":
        output_console().print(review_as_text(*told), end="")
    else:
        _deliver(f"{_REPORTERS[form](*told)}\n".encode(errors="replace"), output)
    # A base that was named and does not exist must not pass as one from which nothing changed.
    missing = base is not None and before is None
    context.exit(2 if missing else 1 if impact.findings.errors else 0)


def _deliver(data: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(data, nl=False)
    else:
        write_file(output.absolute(), data)


def _base(project: Project, given: str | None) -> _Base:
    """The base that was asked for, or the nearest one. Raises HandbookError if there is none."""
    if given:
        return _Base(given, given)
    for newest in edition_numbers(project.folder):
        return _Base(newest.tag, newest.tag)
    found = branch_point(project.folder)
    if found is None:
        raise HandbookError(
            "There is nothing to compare with: git knows no edition here, and neither `origin/main` nor `main`.",
            "Name the base with `--base`, or fetch it: `git fetch --tags origin main`.",
        )
    branch, commit = found
    return _Base(f"{branch} ({commit[:12]})", commit)


def _loaded_base(project: Project, base: _Base) -> tuple[LoadedHandbook | None, str]:
    """The plans of the base, and why there are none that can be compared with."""
    try:
        loaded = load_edition(project, base.revision)
    except HandbookError as error:
        return None, f"{error.message} {error.remedy} {_ALL_NEW}"
    gap = _unreadable(loaded, base.name)
    return loaded, f"{gap} {_ALL_NEW}" if gap else ""


def _unreadable(loaded: LoadedHandbook, name: str) -> str:
    """Why plans can't be compared, if they can't."""
    return "" if loaded.handbook else EditionUnreadableError(name, loaded.report).message


def _state(loaded: LoadedHandbook, day: date | None, catalogs: Catalogs) -> State:
    if loaded.handbook is None:
        return State(inspect_loaded(loaded, day), None)
    day = day or today(loaded.handbook.settings.time_zone)
    found = inspect_loaded(loaded, day, recorded_prints(loaded.handbook, catalogs))
    return State(found, Facts(loaded.handbook, day), catalogs)


def _catalogs(project: Project, handbook: Handbook | None) -> Catalogs:
    """Finished translations of the sentences as they are now."""
    if handbook is None:
        return {}
    return {code: translator_for(project, handbook, code).plan_messages for code in other_languages(handbook)}
