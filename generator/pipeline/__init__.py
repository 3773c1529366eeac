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
    inspect_loaded,
    inspect_project,
    load_edition,
    load_project,
    load_revision,
    require_edition,
    require_handbook,
)
from generator.pipeline.rendering import (
    RenderedLanguage,
    facts_for_pages,
    render_language,
    translation_prints,
    translator_for,
)

__all__ = [
    "WORKING_TREE",
    "EditionUnreadableError",
    "PackOrder",
    "PlansInvalidError",
    "Project",
    "RenderedLanguage",
    "audit_files",
    "facts_for_pages",
    "inspect_facts",
    "inspect_loaded",
    "inspect_project",
    "introduced_by",
    "load_edition",
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
