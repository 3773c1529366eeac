"""From a handbook to the pages and tables of each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.analysis.facts import Facts
from generator.analysis.fingerprint import recorded_plans, translation_prints
from generator.checker.engine import Inspection
from generator.exports import all_tables, calendar_bytes, csv_bytes, past_tables, xlsx_bytes
from generator.files.read import read_bytes, shown_path
from generator.history.past import NO_PAST, Past
from generator.i18n.catalogs import LABEL_CATALOG, PLAN_CATALOG, parse_catalog, translated, translated_labels
from generator.i18n.words import Translator
from generator.model.control import Plan
from generator.model.handbook import Handbook
from generator.pipeline.project import Project
from generator.render.page import Page
from generator.render.site import SiteRenderer
from generator.search.offline import offline_index

Translations = Mapping[str, Mapping[str, str]]
"""Fingerprints of translated sentences by plan and language."""


@dataclass(frozen=True)
class RenderedLanguage:
    """The source tree of one language, ready for a site engine, by path."""

    language: str
    pages: tuple[Page, ...]
    navigation: tuple[tuple[str, tuple[str, ...]], ...]
    files: Mapping[str, bytes]

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Titles of the pages by path."""
        return {page.path: page.title for page in self.pages}


def translator_for(project: Project, handbook: Handbook, language: str) -> Translator:
    """Catalogs of one language. Raises HandbookError if one is broken."""
    labels: dict[str, str | tuple[str, ...]] = {}
    for folder in reversed(project.template_folders):
        path = folder / "locales" / language / LABEL_CATALOG
        if path.is_file():
            labels |= translated_labels(parse_catalog(read_bytes(path), shown_path(path, project.folder), language))
    path = project.plans / "locales" / language / PLAN_CATALOG
    plans = {}
    if path.is_file():
        plans = translated(parse_catalog(read_bytes(path), shown_path(path, project.folder), language))
    return Translator(language, handbook.settings.source_language, plans, labels)


def prints_of_translations(project: Project, handbook: Handbook, plans: Iterable[Plan]) -> Translations:
    """Fingerprints of the translated sentences by plan and language. Raises CatalogError if a catalog is broken."""
    languages = [language.code for language in handbook.settings.languages]
    others = [code for code in languages if code != handbook.settings.source_language]
    return translation_prints(plans, [translator_for(project, handbook, code) for code in others])


def recorded_translations(project: Project, handbook: Handbook | None) -> Translations:
    """The same of all plans with a record of their approval. Raises CatalogError if a catalog is broken."""
    plans = recorded_plans(handbook) if handbook else ()
    return prints_of_translations(project, handbook, plans) if handbook and plans else {}


def facts_for_pages(project: Project, handbook: Handbook, as_of: date) -> Facts:
    """Facts that know the translations of today, so that pages can tell which were not approved."""
    return Facts(handbook, as_of, recorded_translations(project, handbook))


def render_language(
    project: Project, facts: Facts, inspection: Inspection, language: str, past: Past = NO_PAST
) -> RenderedLanguage:
    """All pages, downloads and assets of one language."""
    translator = translator_for(project, facts.handbook, language)
    renderer = SiteRenderer.of(facts, inspection, translator, project.template_folders, project.template_cache, past)
    pages = tuple(renderer.pages())
    files = {page.source_path: page.source_text().encode() for page in pages}
    files |= _assets(project)
    files["assets/handbook/search-index.js"] = offline_index(pages)
    tables = *all_tables(facts, renderer.sitemap, translator), *past_tables(facts, renderer.news, translator)
    for table in tables:
        files[f"downloads/{table.name}.csv"] = csv_bytes(table)
        files[f"downloads/{table.name}.xlsx"] = xlsx_bytes(table)
    files["downloads/calendar.ics"] = calendar_bytes(facts, renderer.sitemap, translator)
    navigation = renderer.navigation(frozenset(page.path for page in pages))
    return RenderedLanguage(language, pages, tuple((title, tuple(paths)) for title, paths in navigation), files)


def _assets(project: Project) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in reversed(project.template_folders):
        for path in sorted((folder / "assets").rglob("*")):
            if path.is_file():
                found[f"assets/handbook/{path.relative_to(folder / 'assets').as_posix()}"] = read_bytes(path)
    return found
