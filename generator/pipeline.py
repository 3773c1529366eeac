"""The way through the house: project folder → handbook → facts → pages and tables of each language."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.analysis.facts import Facts
from generator.analysis.fingerprint import translation_print
from generator.checker.changes import introduced
from generator.checker.edits import apply_edits, edits_by_file
from generator.checker.engine import Inspection, inspect, merged
from generator.checker.registry import all_rules
from generator.errors import HandbookError
from generator.exports import all_tables, calendar_bytes, csv_bytes, xlsx_bytes
from generator.exports.approval_records import FOLDER as APPROVALS
from generator.exports.approval_records import approval_yaml
from generator.files.read import read_bytes, read_plan_files, shown_path
from generator.files.write import write_files
from generator.finding import Finding, Level, Report
from generator.git.history import plan_files_at
from generator.i18n.catalogs import LABEL_CATALOG, PLAN_CATALOG, parse_catalog, translated, translated_labels
from generator.i18n.words import Translator
from generator.loading import LoadedHandbook, PlanFile, load_handbook
from generator.model.approval import ApprovalRecord
from generator.model.control import Plan
from generator.model.handbook import Handbook
from generator.render.page import Page
from generator.render.site import SiteRenderer
from generator.resources import templates
from generator.search.offline import offline_index

WORKING_TREE = "."
"""The name of the edition that lies in the folder of the project."""
_OTHER_EDITION = "Compare with a later edition, or use the version of the generator that this one was written for."


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `plans/`, `mkdocs.yml` and perhaps templates of its own."""

    folder: Path

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    @property
    def site_config(self) -> Path:
        return self.folder / "mkdocs.yml"

    @property
    def cache(self) -> Path:
        """Where pages wait for the site engine; safe to delete."""
        return self.folder / ".handbook"

    @property
    def template_cache(self) -> Path:
        """Where compiled templates are kept; made if it is missing."""
        folder = self.cache / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The project's own templates, if it has any, before the bundled ones."""
        return tuple(dict.fromkeys(path for path in (self.folder / "site_templates", templates()) if path.is_dir()))


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


def inspect_loaded(loaded: LoadedHandbook, as_of: date | None = None) -> Inspection:
    """All that is wrong with plans; the rules run only if the plans can be read. `as_of` is today if not given."""
    if loaded.handbook is None:
        return Inspection(loaded.report)
    facts = Facts(loaded.handbook, as_of or today(loaded.handbook.settings.time_zone))
    return merged(inspect(facts, all_rules().values(), loaded.report.lines), loaded.report.findings)


def inspect_project(project: Project, as_of: date | None = None) -> Inspection:
    """All that is wrong with the plans of a project."""
    return inspect_loaded(load_project(project), as_of)


def inspect_facts(facts: Facts) -> Inspection:
    """What the rules say of a handbook; without source lines, so without excerpts."""
    return inspect(facts, all_rules().values(), {})


def load_revision(project: Project, revision: str) -> LoadedHandbook:
    """The plans as they were at a revision. Raises HandbookError if git does not know it."""
    files = plan_files_at(revision, project.plans, project.folder)
    return load_handbook(files, shown_path(project.plans, project.folder))


def require_edition(project: Project, name: str) -> Handbook:
    """The handbook as it lies here, in another folder that holds `plans/`, or at a revision, in this order.

    Raises EditionUnreadableError if its plans can't be read by today's model.
    """
    if name == WORKING_TREE:
        loaded = load_project(project)
    elif (Path(name) / "plans").is_dir():
        loaded = load_project(Project(Path(name).resolve()))
    else:
        loaded = load_revision(project, name)
    if loaded.handbook is None:
        raise EditionUnreadableError(name, loaded.report)
    return loaded.handbook


def mend(project: Project, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Make the edits that findings offer; gives the files that were changed, as people see them.

    Raises HandbookError if one of them can't be changed; then none is.
    """
    edits = edits_by_file(findings)
    texts = {file: read_bytes(project.folder / file).decode() for file in edits}
    write_files({project.folder / file: apply_edits(texts[file], edits[file]).encode() for file in edits})
    return tuple(edits)


def introduced_by(project: Project, files: Mapping[str, bytes], as_of: date) -> Report:
    """The errors that plans would have and do not have now, if files, named as people see them, had this content.

    Nothing is written. Plans that could no longer be read have all errors of reading.
    """
    now = {project.folder / file: content for file, content in files.items()}
    before = read_plan_files(project.plans, project.folder)
    after = [replace(file, data=now.pop(project.folder / file.path, file.data)) for file in before]
    for path, content in now.items():
        after.append(PlanFile(shown_path(path, project.folder), path.relative_to(project.plans).as_posix(), content))
    folder = shown_path(project.plans, project.folder)
    old, new = (inspect_loaded(load_handbook(plans, folder), as_of).report for plans in (before, after))
    return Report.of((f for f in introduced(new.findings, old.findings) if f.level is Level.ERROR), new.lines)


def translation_prints(project: Project, handbook: Handbook, plans: Iterable[Plan]) -> dict[str, dict[str, str]]:
    """Fingerprints of the translated sentences by plan and language. Raises HandbookError if a catalog is broken."""
    languages = [language.code for language in handbook.settings.languages]
    others = [code for code in languages if code != handbook.settings.source_language]
    translators = {code: translator_for(project, handbook, code) for code in others}
    return {plan.id: {code: translation_print(plan, translators[code]) for code in others} for plan in plans}


def write_approvals(project: Project, records: Iterable[ApprovalRecord]) -> tuple[str, ...]:
    """Write records of approvals, all or none; gives the files as people see them."""
    paths = {project.plans / APPROVALS / f"{record.plan}.yml": record for record in records}
    write_files({path: approval_yaml(record).encode() for path, record in paths.items()})
    return tuple(shown_path(path, project.folder) for path in paths)


def today(time_zone: str) -> date:
    """The day in a time zone; that of SOURCE_DATE_EPOCH where it is set, for repeatable builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return now.astimezone(ZoneInfo(time_zone)).date()
    except (ValueError, OverflowError, OSError):
        raise HandbookError(
            f"SOURCE_DATE_EPOCH is `{epoch}`, which is no time.", "Set it to seconds since 1970, or unset it."
        ) from None


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


def render_language(project: Project, facts: Facts, inspection: Inspection, language: str) -> RenderedLanguage:
    """All pages, downloads and assets of one language."""
    translator = translator_for(project, facts.handbook, language)
    renderer = SiteRenderer.of(facts, inspection, translator, project.template_folders, project.template_cache)
    pages = tuple(renderer.pages())
    files = {page.source_path: page.source_text().encode() for page in pages}
    files |= _assets(project)
    files["assets/handbook/search-index.js"] = offline_index(pages)
    for table in all_tables(facts, renderer.sitemap, translator):
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
