"""The way through the house: project folder → handbook → facts → pages and tables of each language."""

from generator.pipeline.amending import introduced_by, mend, write_approvals
from generator.pipeline.auditing import PackOrder, audit_files
from generator.pipeline.past import past_of, tags_digest
from generator.pipeline.project import Project, today
from generator.pipeline.reading import (
    WORKING_TREE,
    EditionUnreadableError,
    PlansInvalidError,
    inspect_facts,
    inspect_here,
    inspect_loaded,
    inspect_project,
    load_edition,
    load_project,
    load_revision,
    require_edition,
    require_handbook,
)
from generator.pipeline.readying import readiness_of
from generator.pipeline.rendering import (
    RenderedLanguage,
    facts_for_pages,
    prints_of_translations,
    render_language,
    translator_for,
)
from generator.pipeline.translations import NOTHING_BESIDE, beside_plans, other_languages, recorded_prints

__all__ = [
    "NOTHING_BESIDE",
    "WORKING_TREE",
    "EditionUnreadableError",
    "PackOrder",
    "PlansInvalidError",
    "Project",
    "RenderedLanguage",
    "audit_files",
    "beside_plans",
    "facts_for_pages",
    "inspect_facts",
    "inspect_here",
    "inspect_loaded",
    "inspect_project",
    "introduced_by",
    "load_edition",
    "load_project",
    "load_revision",
    "mend",
    "other_languages",
    "past_of",
    "prints_of_translations",
    "readiness_of",
    "recorded_prints",
    "render_language",
    "require_edition",
    "require_handbook",
    "tags_digest",
    "today",
    "translator_for",
    "write_approvals",
]
