"""The MkDocs plugin: one build of the source language at the root, one nested build per further language.

Pages are rendered into a tree of real files below `.handbook/`, which MkDocs then reads as its docs folder.
The site grows in a fresh folder beside the old one and takes its place only when everything has succeeded.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import build
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from generator.errors import HandbookError
from generator.files.write import put_in_place, staging_folder
from generator.mkdocs_plugin.configure import configure_language
from generator.mkdocs_plugin.navigation import finish_pages
from generator.mkdocs_plugin.session import BuildSession, nested_config
from generator.pipeline import PlansInvalidError, Project
from generator.reporters import report_as_text
from generator.search.pagefind import build_index

_LOG = logging.getLogger("mkdocs.plugins.handbook")


class HandbookOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    as_of = config_options.Optional(config_options.Type((str, date)))
    """Day from which reviews are counted, such as 2026-11-22 (YAML reads it as a date); today by default."""
    search = config_options.Type(bool, default=True)


class HandbookPlugin(BasePlugin[HandbookOptions]):  # type: ignore[no-untyped-call]
    """Renders before the build, builds the other languages and the search index after it."""

    def __init__(self) -> None:
        self.language: str | None = None
        """Set on nested builds by the build that starts them."""
        self.session: BuildSession | None = None
        self.progress: Callable[[str], None] = _LOG.info
        self.as_of: date | None = None
        self.edition: str | None = None
        """The edition that is built, if it is one of several."""
        self._command = "build"
        self._final: Path | None = None
        self._warnings = CountHandler()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what runs; keeps the plugin alive between builds of a server."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the plans, render the pages, and point MkDocs to them."""
        if self.language is None:
            self._begin(config)
        session = self._need_session()
        language = self.language or session.source_language
        self.progress(f"Rendering pages ({language})")
        try:
            rendered = session.render(language)
        except HandbookError as error:
            raise PluginError(_spoken(error)) from error
        return configure_language(config, session, rendered, nested=self.language is not None)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out the theme's site map: nobody needs it here, and its dates would differ from build to build."""
        unwanted = files.get_file_from_path("sitemap.xml")
        if unwanted is not None:
            files.remove(unwanted)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take the pages' HTML as it is."""
        finish_pages(nav, files)
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build the other languages and the search index, then put the site in place."""
        if self.language is not None:
            return
        session, site = self._need_session(), Path(config.site_dir)
        try:
            for language in session.other_languages:
                self.progress(f"Building the site ({language})")
                self._build_nested(config, language)
            if self.config.search:
                self.progress("Indexing for search")
                build_index(site)
            if self._final is not None:
                self._finish(config, site, self._final)
        except HandbookError as error:
            raise PluginError(_spoken(error)) from error

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the previous site as it was."""
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._final is not None:
            shutil.rmtree(staging_folder(self._final), ignore_errors=True)
            self._final = None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build again when a plan or a template changes, not when the rendered pages do."""
        project = self._need_session().project
        server.unwatch(config.docs_dir)
        for folder in (project.plans, *project.template_folders):
            server.watch(str(folder))
        return server

    def _begin(self, config: MkDocsConfig) -> None:
        project = Project(Path(config.config_file_path or ".").resolve().parent)
        self.progress("Reading and checking the plans")
        try:
            self.session = BuildSession.start(project, self.as_of, _day(self.config.as_of), edition=self.edition)
        except HandbookError as error:
            raise PluginError(_spoken(error)) from error
        if self._command == "build":
            self._final = Path(config.site_dir)
            config.site_dir = str(staging_folder(self._final))
            self._warnings = CountHandler(level=logging.WARNING)
            logging.getLogger("mkdocs").addHandler(self._warnings)

    def _build_nested(self, config: MkDocsConfig, language: str) -> None:
        nested = nested_config(config, language)
        plugin = nested.plugins["handbook"]
        assert isinstance(plugin, HandbookPlugin)
        plugin.language, plugin.session, plugin.progress = language, self.session, self.progress
        try:
            build(nested, serve_url=config.site_url if self._command == "serve" else None)
        finally:
            # MkDocs keeps one instance of a plugin for all configurations of a process: the next build is none of this.
            plugin.language = None

    def _finish(self, config: MkDocsConfig, site: Path, final: Path) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if config.strict and self._warnings.get_counts():
            shutil.rmtree(site, ignore_errors=True)
            return
        put_in_place(site, final)
        config.site_dir = str(final)
        self._final = None

    def _need_session(self) -> BuildSession:
        if self.session is None:
            raise PluginError("The handbook plugin was not configured before the build.")
        return self.session


def _day(written: object) -> date | None:
    """The day written in mkdocs.yml, which YAML reads as a date unless it is in quotes."""
    if written is None or isinstance(written, date):
        return written
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        raise HandbookError(
            f"`as_of: {written}` in mkdocs.yml is no date.", "Write year-month-day, such as 2026-11-22."
        ) from None


def _spoken(error: HandbookError) -> str:
    if isinstance(error, PlansInvalidError):
        return f"\n{report_as_text(error.report).plain}"
    return f"{error.message} {error.remedy}".strip()
