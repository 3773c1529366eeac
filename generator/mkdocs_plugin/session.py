"""What the builds of all languages share: the handbook, its facts, and what was rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.analysis.facts import Facts
from generator.checker.engine import Inspection
from generator.editions.publication import CURRENT
from generator.files.write import write_tree
from generator.history.past import Past
from generator.model.handbook import Handbook
from generator.pipeline import (
    Project,
    RenderedLanguage,
    facts_for_pages,
    inspect_facts,
    past_of,
    render_language,
    require_handbook,
    today,
)


@dataclass(frozen=True)
class BuildSession:
    """One build of one handbook in all its languages."""

    project: Project
    handbook: Handbook
    facts: Facts
    inspection: Inspection
    past: Past
    edition: str | None = None
    """The edition that pages name; they look for others beside it."""

    @classmethod
    def start(cls, project: Project, *days: date | None, edition: str | None = None) -> BuildSession:
        """Load the handbook as of the first day given, or today. Raises PlansInvalidError if it can't be used."""
        handbook = require_handbook(project)
        day = next((day for day in days if day), None) or today(handbook.settings.time_zone)
        facts = facts_for_pages(project, handbook, day)
        return cls(project, handbook, facts, inspect_facts(facts), past_of(project, handbook, edition), edition)

    @property
    def released(self) -> bool:
        """Whether an edition is built, not the plans as they stand."""
        return self.edition not in (None, CURRENT)

    @property
    def as_of(self) -> date:
        return self.facts.as_of

    @property
    def source_language(self) -> str:
        return self.handbook.settings.source_language

    @property
    def other_languages(self) -> tuple[str, ...]:
        codes = (language.code for language in self.handbook.settings.languages)
        return tuple(code for code in codes if code != self.source_language)

    def docs_folder(self, language: str) -> Path:
        """Where the source tree of a language lies."""
        return self.project.cache / "docs" / language

    def render(self, language: str) -> RenderedLanguage:
        """Render a language and write what has changed."""
        rendered = render_language(self.project, self.facts, self.inspection, language, self.past)
        write_tree(self.docs_folder(language), rendered.files)
        return rendered


def nested_config(config: MkDocsConfig, language: str) -> MkDocsConfig:
    """The configuration for another language: the same file, a folder below the site of the source language."""
    nested = load_config(config_file=config.config_file_path, site_dir=str(Path(config.site_dir) / language))
    nested.strict = config.strict
    return nested
