"""Render every page of a handbook in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateError

from generator.analysis.facts import Facts
from generator.checker.engine import Inspection
from generator.errors import HandbookError
from generator.history.past import NO_PAST, Past
from generator.i18n.formats import Formats
from generator.i18n.words import Translator
from generator.model.element import Element
from generator.position import Position
from generator.render.contents import NAVIGATION, PageSpec, page_specs
from generator.render.environment import template_environment
from generator.render.links import Links, Titles
from generator.render.page import Page
from generator.render.pictures import Pictures
from generator.render.prose import plain_text
from generator.views.changes import News
from generator.views.checks import FAMILY_TITLES
from generator.views.home import EmergencyStrip, view_strip
from generator.views.sitemap import Sitemap


@dataclass(frozen=True)
class SiteRenderer:
    """Renders the pages of one language."""

    facts: Facts
    inspection: Inspection
    sitemap: Sitemap
    translator: Translator
    environment: Environment
    formats: Formats
    strip: EmergencyStrip
    titles: Titles
    news: News

    @classmethod
    def of(
        cls,
        facts: Facts,
        inspection: Inspection,
        translator: Translator,
        folders: Sequence[Path],
        cache: Path,
        past: Past = NO_PAST,
    ) -> SiteRenderer:
        """A renderer with templates from `folders`, the first that has one winning, compiled into `cache`."""
        sitemap = Sitemap.of(facts.handbook)
        return cls(
            facts,
            inspection,
            sitemap,
            translator,
            template_environment(folders, translator, cache),
            Formats.of(translator),
            view_strip(facts),
            Titles(facts.handbook, translator),
            News.of(past, facts.handbook, sitemap, translator, plain_text),
        )

    def pages(self) -> Iterator[Page]:
        """All pages. Raises HandbookError if a template is broken."""
        for spec in page_specs(self.facts, self.sitemap, self.inspection, self.news):
            yield self.page(spec)

    def navigation(self, paths: frozenset[str]) -> list[tuple[str, list[str]]]:
        """Titles of sections and their pages, without those that this handbook doesn't have."""
        sections = (
            (self.translator.gettext(section.title), [path for path in section.paths if path in paths])
            for section in NAVIGATION
        )
        return [(title, kept) for title, kept in sections if kept]

    def page(self, spec: PageSpec) -> Page:
        """One page."""
        links = Links(self.titles, self.sitemap, spec.path)
        title = self._words(spec.own_title) if spec.own_title else self.translator.gettext(spec.title)
        try:
            html = self.environment.get_template(f"pages/{spec.template}.html.j2").render(
                view=spec.view(),
                at=links,
                book=self.facts.handbook,
                pictures=Pictures(self.facts, self.translator, self.formats, links),
                page_title=title,
                strip=self.strip,
                as_of=self.facts.as_of,
                edit=self.edit_url,
                edit_at=self.edit_url_at,
                titles=FAMILY_TITLES,
                thresholds=self.thresholds,
                schedules=self.facts.schedules,
            )
        except TemplateError as error:
            raise HandbookError(_template_fault(error, spec), "Compare the template with the bundled one.") from error
        about = self._words(spec.about) if spec.about else ""
        return Page(spec.path, title, about, html, self.edit_url(spec.source), spec.section or spec.path, spec.wide)

    @property
    def thresholds(self) -> dict[str, str]:
        """Numbers the checks compare with, as the company has set them."""
        found = dict(self.facts.handbook.settings.thresholds)
        return {name: ", ".join(value) if isinstance(value, tuple) else str(value) for name, value in found.items()}

    def edit_url(self, source: Element | None) -> str | None:
        """Where the YAML of an element is edited; the settings file for pages made of many."""
        return self.edit_url_at((source or self.facts.handbook.settings).position())

    def edit_url_at(self, position: Position) -> str | None:
        """Where a line of YAML is edited."""
        repository = self.facts.handbook.settings.repository
        if repository is None:
            return None
        line = str(max(position.line, 1))
        return repository.edit_url.replace("{path}", position.file).replace("{line}", line)

    def _words(self, text: str) -> str:
        return plain_text(self.translator.words(text).text)


def _template_fault(error: TemplateError, spec: PageSpec) -> str:
    name = getattr(error, "name", None) or f"pages/{spec.template}.html.j2"
    line = getattr(error, "lineno", None)
    return f"The template `{name}`{f', line {line},' if line else ''} cannot be used: {error.message}."
