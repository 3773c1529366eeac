"""The way through the house: project folder → handbook → facts → pages and tables of each language."""

from generator.pipeline.amending import introduced_by, mend, translation_prints, write_approvals
from generator.pipeline.past import past_of, tags_digest
from generator.pipeline.project import Project, today
from generator.pipeline.reading import (
    WORKING_TREE,
    EditionUnreadableError,
    PlansInvalidError,
    inspect_facts,
    inspect_loaded,
    inspect_project,
    load_project,
    load_revision,
    require_edition,
    require_handbook,
)
from generator.pipeline.rendering import RenderedLanguage, render_language, translator_for

__all__ = [
    "WORKING_TREE",
    "EditionUnreadableError",
    "PlansInvalidError",
    "Project",
    "RenderedLanguage",
    "inspect_facts",
    "inspect_loaded",
    "inspect_project",
    "introduced_by",
    "load_project",
    "load_revision",
    "mend",
    "past_of",
    "render_language",
    "require_edition",
    "require_handbook",
    "tags_digest",
    "today",
    "translation_prints",
    "translator_for",
    "write_approvals",
]
