"""`handbook build` and `handbook serve`: the friendly front of MkDocs."""

from __future__ import annotations

import time
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.console import error_console, output_console
from generator.editions.changelog import NAME as CHANGELOG
from generator.errors import HandbookError
from generator.files.stamp import BuildStamp, input_digest, read_stamp, write_stamp
from generator.pipeline import Project, tags_digest, today
from generator.resources import package

ENGINE = ("mkdocs", "mkdocs-material", "pagefind", "jinja2", "babel", "markdown-it-py", "xlsxwriter")
"""What shapes a site besides the generator and the plans."""
_DAY = click.DateTime(["%Y-%m-%d"])
_SITE = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option("--site-dir", type=_SITE, default="site", help="Folder of the site. Default: site.")
@click.option("--as-of", type=_DAY, help="Day from which reviews are counted. Default: today.")
@click.option("--force", is_flag=True, help="Build even if nothing has changed.")
@click.option("--strict", is_flag=True, help="Fail on warnings of the site engine.")
@click.pass_obj
def build(project: Project, site_dir: Path, as_of: datetime | None, force: bool, strict: bool) -> None:
    """Build the handbook site in all its languages."""
    began = time.monotonic()
    site = site_dir if site_dir.is_absolute() else project.folder / site_dir
    day = as_of.date() if as_of else None
    digest = inputs_digest(project)
    if not force and _is_current(project, site, digest, day):
        output_console().print(f"Nothing has changed since the last build.\nOpen: {site / 'index.html'}")
        return
    # The engine takes half a second to import, which a build without changes need not spend.
    from generator.cli.engine import build_site, configured, handbook_plugin

    config = configured(project, site, strict=strict)
    plugin = handbook_plugin(config)
    plugin.as_of = day
    with error_console().status("Starting") as status:
        plugin.progress = status.update
        build_site(config)
    session = plugin.session
    if session is None or not site.is_dir():
        raise HandbookError("The build gave warnings, and `--strict` was asked for.", "Run `mkdocs build` to see them.")
    write_stamp(
        project.cache,
        site,
        BuildStamp(digest, session.as_of.isoformat(), session.handbook.settings.time_zone),
    )
    pages = sum(1 for path in site.rglob("*.html"))
    plans, languages = len(session.handbook.plans), 1 + len(session.other_languages)
    output_console().print(
        f"Built {pages} pages in {languages} languages from {plans} plans in {time.monotonic() - began:.1f} s"
        f" (as of {session.as_of}).\nOpen: {site / 'index.html'}"
    )


def inputs_digest(project: Project) -> str:
    """A digest of everything that the site of the plans as they stand is built from, apart from the day."""
    told = [path for path in [project.folder / CHANGELOG] if path.is_file()]
    inputs = [project.plans, project.site_config, *told, *project.template_folders, package()]
    return input_digest(inputs, tags_digest(project), *(f"{name} {version(name)}" for name in ENGINE))


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Port on this machine. Default: 8000.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@click.pass_obj
def serve(project: Project, port: int, open_browser: bool) -> None:
    """Show the handbook on this machine and build again on every change."""
    from generator.cli.engine import serve_site

    output_console().print(f"The handbook will be at http://127.0.0.1:{port}/ (stop with Ctrl+C).")
    serve_site(project, port, open_browser=open_browser)


def _is_current(project: Project, site: Path, digest: str, day: date | None) -> bool:
    stamp = read_stamp(project.cache, site)
    return stamp is not None and stamp.inputs == digest and stamp.as_of == (day or today(stamp.time_zone)).isoformat()
