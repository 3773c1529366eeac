"""`handbook check`: say what is wrong with the plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click
from rich.text import Text

from generator.checker.changes import introduced
from generator.checker.engine import Inspection
from generator.checker.registry import all_rules
from generator.cli.console import error_console, output_console
from generator.files.read import shown_path
from generator.files.write import write_file
from generator.finding import Level, Report
from generator.pipeline import Project, inspect_here, inspect_loaded, load_project, load_revision, mend
from generator.reporters import (
    report_as_github,
    report_as_gitlab,
    report_as_json,
    report_as_junit,
    report_as_sarif,
    report_as_text,
    summary_as_text,
)
from generator.rule import Rule

_HINT = "Run `handbook explain RULE` for the reasons."
_NEVER = "never"
_MANUAL_PAGE = "/rules/{page}.html#{rule}"

Reporter = Callable[[Inspection, Mapping[str, Rule], str | None], str]
_REPORTERS: Mapping[str, Reporter] = {
    "text": lambda inspection, _rules, _url: _text(inspection.report),
    "json": lambda inspection, _rules, _url: report_as_json(inspection),
    "github": report_as_github,
    "gitlab": report_as_gitlab,
    "sarif": report_as_sarif,
    "junit": report_as_junit,
}


class Wanted(TypedDict):
    """What to make of the findings."""

    form: str
    output: Path | None
    fail_on: str
    changed_since: str | None
    manual_url: str | None


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice([*_REPORTERS]), default="text", help="Form of the report.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="File of the report. Default: standard output."
)
@click.option(
    "--fail-on",
    type=click.Choice([*(level.value for level in Level), _NEVER]),
    default=Level.ERROR.value,
    help="End with status 1 if there is a finding of this level or a worse one. Default: error.",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day on which the plans are checked. Default: today.")
@click.option("--changed-since", metavar="REV", help="Report only what was not there at a git revision.")
@click.option("--fix", is_flag=True, help="First mend what can be mended without a choice; comments and layout stay.")
@click.option(
    "--manual-url", help="Address of the manual, with {page} and {rule} for their names. Default: that of `site_url`."
)
@click.pass_context
def check(
    context: click.Context, files: tuple[Path, ...], as_of: datetime | None, fix: bool, **wanted: Unpack[Wanted]
) -> None:
    """Check all plans and report every fault; with FILES, only the faults in those files and folders."""
    project: Project = context.obj
    day = as_of.date() if as_of else None
    loaded = load_project(project)
    inspection = _wanted_of(inspect_here(project, loaded, day), project, files, day, wanted["changed_since"])
    if fix:
        mended = mend(project, inspection.report.findings)
        _tell_mended(inspection.report, mended)
        loaded = load_project(project)
        inspection = _wanted_of(inspect_here(project, loaded, day), project, files, day, wanted["changed_since"])
    if wanted["manual_url"] is None and loaded.handbook and (site := loaded.handbook.settings.site_url):
        wanted["manual_url"] = site.rstrip("/") + _MANUAL_PAGE
    _deliver(inspection, wanted)
    context.exit(1 if _fails(inspection.report, wanted["fail_on"]) else 0)


def _wanted_of(
    inspection: Inspection, project: Project, files: tuple[Path, ...], day: date | None, revision: str | None
) -> Inspection:
    """The part of an inspection that was asked for."""
    if revision:
        loaded = load_revision(project, revision)
        if loaded.handbook is None:
            error_console().print(Text(f"The plans could not be read at {revision}, so every finding counts as new."))
        before = inspect_loaded(loaded, day)
        inspection = inspection.only(introduced(inspection.report.findings, before.report.findings))
    if files:
        inspection = inspection.within({shown_path(_true_path(path), project.folder) for path in files})
    return inspection


def _true_path(path: Path) -> Path:
    """Where a path leads. A plan that is a link is known by its own name."""
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _tell_mended(report: Report, files: tuple[str, ...]) -> None:
    count = sum(1 for finding in report.findings if finding.edits)
    console = error_console()
    if files:
        console.print(Text(f"Mended {count} finding{'' if count == 1 else 's'} in {', '.join(files)}."))
    else:
        console.print("Nothing could be mended without a choice.")


def _deliver(inspection: Inspection, wanted: Wanted) -> None:
    """To the file, or to standard output; a terminal gets text in colour."""
    if wanted["output"] is None and wanted["form"] == "text":
        output_console().print(report_as_text(inspection.report))
        if inspection.report.findings:
            output_console().print(_HINT)
        return
    content = _REPORTERS[wanted["form"]](inspection, all_rules(), wanted["manual_url"])
    # A file name may hold bytes that are no text. The forms for programs are UTF-8 wherever they are made.
    data = f"{content}\n".encode(errors="replace") if content else b""
    if wanted["output"] is None:
        click.echo(data, nl=False)
        return
    write_file(wanted["output"].absolute(), data)
    output_console().print(summary_as_text(inspection.report))


def _text(report: Report) -> str:
    return report_as_text(report).plain + (f"\n{_HINT}" if report.findings else "")


def _fails(report: Report, fail_on: str) -> bool:
    return fail_on != _NEVER and bool(report.of_level(*Level(fail_on).or_worse))
