"""From the files of a project to its handbook, and to what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator.analysis.facts import Facts
from generator.checker.engine import Inspection, inspect, merged
from generator.checker.reading import CATALOG_BROKEN
from generator.checker.registry import all_rules
from generator.editions.manifest import NoEditionError
from generator.editions.number import TAG_FOLDER, Edition
from generator.errors import HandbookError
from generator.files.read import read_plan_files, shown_path
from generator.finding import Finding, Report
from generator.git.history import plan_files_at
from generator.git.tags import edition_numbers, released_edition
from generator.i18n.catalogs import CatalogError
from generator.loading import LoadedHandbook, load_handbook
from generator.model.handbook import Handbook
from generator.pipeline.project import Project, today
from generator.pipeline.rendering import Translations, recorded_translations
from generator.position import Position

WORKING_TREE = "."
"""The name of the edition that lies in the folder of the project."""
_OTHER_EDITION = "Compare with a later edition, or use the version of the generator that this one was written for."


class PlansInvalidError(HandbookError):
    """The plans can't become a site; the report says why."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"The plans have {len(report.errors)} errors.", "Mend what `handbook check` reports.")
        self.report = report


class EditionUnreadableError(HandbookError):
    """An edition can't be compared, as it is not written the way plans are written today."""

    def __init__(self, name: str, report: Report) -> None:
        first, count = report.errors[0], len(report.errors)
        whose = "The plans as they lie here" if name == WORKING_TREE else f"The plans of `{name}`"
        remedy = "Mend what `handbook check` reports." if name == WORKING_TREE else _OTHER_EDITION
        faults = "1 error" if count == 1 else f"{count} errors, the first"
        super().__init__(f"{whose} cannot be read: {faults} at {first.position}: {first.message}", remedy)
        self.report = report


def load_project(project: Project) -> LoadedHandbook:
    """Read and check all plans of a project. Raises HandbookError if the folder can't be read."""
    folder = shown_path(project.plans, project.folder)
    return load_handbook(read_plan_files(project.plans, project.folder), folder)


def require_handbook(project: Project) -> Handbook:
    """The handbook of a project. Raises PlansInvalidError if its plans can't be used."""
    loaded = load_project(project)
    if loaded.handbook is None:
        raise PlansInvalidError(loaded.report)
    return loaded.handbook


def inspect_loaded(
    loaded: LoadedHandbook, as_of: date | None = None, translations: Translations = MappingProxyType({})
) -> Inspection:
    """All that is wrong with plans; the rules run only if the plans can be read. `as_of` is today if not given.

    `translations` holds the fingerprints of translated sentences by plan and language, where they are known.
    """
    if loaded.handbook is None:
        return Inspection(loaded.report)
    facts = Facts(loaded.handbook, as_of or today(loaded.handbook.settings.time_zone), translations)
    return merged(inspect(facts, all_rules().values(), loaded.report.lines), loaded.report.findings)


def inspect_here(project: Project, loaded: LoadedHandbook, as_of: date | None = None) -> Inspection:
    """The same with the translations that lie in the project."""
    try:
        return inspect_loaded(loaded, as_of, recorded_translations(project, loaded.handbook))
    except CatalogError as error:
        broken = Finding(CATALOG_BROKEN, error.message, Position(error.path, 1, 1), remedy=error.remedy)
        return merged(inspect_loaded(loaded, as_of), [broken])


def inspect_project(project: Project, as_of: date | None = None) -> Inspection:
    """All that is wrong with the plans of a project."""
    return inspect_here(project, load_project(project), as_of)


def inspect_facts(facts: Facts) -> Inspection:
    """What the rules say of a handbook; without source lines, so without excerpts."""
    return inspect(facts, all_rules().values(), {})


def load_revision(project: Project, revision: str) -> LoadedHandbook:
    """The plans as they were at a revision. Raises HandbookError if git does not know it."""
    files = plan_files_at(revision, project.plans, project.folder)
    return load_handbook(files, shown_path(project.plans, project.folder))


def load_edition(project: Project, name: str) -> LoadedHandbook:
    """The plans as they lie here, in a folder that holds `plans/`, of an edition, or at a revision, in this order.

    Raises HandbookError if there is nothing of this name.
    """
    if name == WORKING_TREE:
        return load_project(project)
    if (Path(name) / "plans").is_dir():
        return load_project(Project(Path(name).resolve()))
    return load_revision(project, revision_of(project, name))


def revision_of(project: Project, name: str) -> str:
    """What git knows an edition by, or the name itself. Raises HandbookError if the tag of the edition was moved."""
    edition = Edition.known(name.removeprefix(TAG_FOLDER))
    if edition is None or edition not in edition_numbers(project.folder):
        return name
    try:
        return released_edition(project.folder, edition)[0].commit
    except NoEditionError:
        # Set by hand: a name for a commit like any other.
        return edition.tag


def require_edition(project: Project, name: str) -> Handbook:
    """The handbook of an edition, as `load_edition` finds it.

    Raises EditionUnreadableError if its plans can't be read by today's model.
    """
    loaded = load_edition(project, name)
    if loaded.handbook is None:
        raise EditionUnreadableError(name, loaded.report)
    return loaded.handbook
