"""`handbook calendar`: what falls due, for calendar programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.analysis.facts import Facts
from generator.errors import HandbookError
from generator.exports import calendar_bytes
from generator.files.write import write_file
from generator.loading.explain import did_you_mean
from generator.model.settings import Settings
from generator.pipeline import Project, require_handbook, today, translator_for
from generator.views.sitemap import Sitemap


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="File of the calendar. Default: standard output."
)
@click.option("--language", metavar="CODE", help="Language of the calendar. Default: that in which plans are written.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day that counts as today.")
@click.pass_obj
def calendar(project: Project, output: Path | None, language: str | None, as_of: datetime | None) -> None:
    """Write exercises, reviews, open actions, waivers and restore tests as an iCalendar file.

    The site holds the same file as downloads/calendar.ics, for programs that subscribe to it. An event keeps its name
    when its day moves, so that an import replaces it.
    """
    handbook = require_handbook(project)
    settings = handbook.settings
    facts = Facts(handbook, as_of.date() if as_of else today(settings.time_zone))
    translator = translator_for(project, handbook, _language(language, settings))
    content = calendar_bytes(facts, Sitemap.of(handbook), translator)
    if output:
        write_file(output, content)
    else:
        click.echo(content, nl=False)


def _language(wanted: str | None, settings: Settings) -> str:
    known = (settings.source_language, *(language.code for language in settings.languages))
    if wanted and wanted not in known:
        remedy = did_you_mean(wanted, known) or f"Choose one of {', '.join(dict.fromkeys(known))}."
        raise HandbookError(f"The handbook has no language `{wanted}`.", remedy)
    return wanted or settings.source_language
