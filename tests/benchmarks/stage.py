"""Run one stage in this process and print what it cost as JSON: `python -m tests.benchmarks.stage NAME FOLDER`."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from generator.analysis.facts import Facts
from generator.checker.registry import all_rules
from generator.exports import all_tables, csv_bytes, xlsx_bytes
from generator.files.read import read_plan_files
from generator.files.write import write_tree
from generator.i18n.words import Translator
from generator.loading.load import model_for
from generator.loading.resolve import Unread, dangling_references, duplicate_ids
from generator.loading.structure import structural_faults
from generator.model.element import Element
from generator.model.handbook import Handbook, index_elements
from generator.pipeline import Project, inspect_facts, load_project, render_language, require_handbook, translator_for
from generator.render.page import Page
from generator.render.site import SiteRenderer
from generator.search.offline import offline_index
from generator.source import Document, read_document

AS_OF = date(2026, 11, 22)
Work = Callable[[], Any]


def _parse(project: Project) -> Work:
    def work() -> list[Document]:
        return [read_document(file.data, file.path) for file in read_plan_files(project.plans, project.folder)]

    return work


def _parts(project: Project) -> list[Element]:
    files = read_plan_files(project.plans, project.folder)
    parts = []
    for file in files:
        model, root = model_for(file), read_document(file.data, file.path).root
        assert model is not None
        parts.append(model.model_validate(root))
    return parts


def _validate(project: Project) -> Work:
    files = read_plan_files(project.plans, project.folder)
    roots = [(model_for(file), read_document(file.data, file.path).root) for file in files]
    return lambda: [model.model_validate(root) for model, root in roots if model is not None]


def _resolve(project: Project) -> Work:
    parts = _parts(project)

    def work() -> None:
        found = [*duplicate_ids(parts), *(fault for part in parts for fault in structural_faults(part))]
        found += dangling_references(parts, index_elements(parts), Unread())
        assert not found, found[0]

    return work


def _load(project: Project) -> Work:
    return lambda: load_project(project)


def all_facts(handbook: Handbook) -> Facts:
    """Facts with everything worked out that is otherwise worked out when first asked for."""
    facts = Facts(handbook, AS_OF)
    for name in ("schedules", "duties", "duties_by_role", "measures_by_role", "matrix", "coverage"):
        getattr(facts, name)
    return facts


def _facts(project: Project) -> Work:
    handbook = require_handbook(project)
    return lambda: all_facts(handbook)


def _translators(project: Project, handbook: Handbook) -> list[Translator]:
    return [translator_for(project, handbook, language.code) for language in handbook.settings.languages]


def _catalogs(project: Project) -> Work:
    handbook = require_handbook(project)
    return lambda: _translators(project, handbook)


def _check(project: Project) -> Work:
    """The rules, with what they derive; neither reading nor starting the interpreter."""
    handbook = require_handbook(project)
    all_rules()
    return lambda: inspect_facts(Facts(handbook, AS_OF))


def _absences(project: Project) -> Work:
    """Every single person and every pair out."""
    handbook = require_handbook(project)

    def work() -> None:
        facts = Facts(handbook, AS_OF)
        assert facts.absences is not None
        assert facts.pair_absences is not None

    return work


def _renderers(project: Project) -> list[SiteRenderer]:
    facts = all_facts(require_handbook(project))
    inspection = inspect_facts(facts)
    return [
        SiteRenderer.of(facts, inspection, translator, project.template_folders, project.template_cache)
        for translator in _translators(project, facts.handbook)
    ]


def _pages(project: Project) -> Work:
    renderers = _renderers(project)
    return lambda: [[(page, page.source_text().encode()) for page in renderer.pages()] for renderer in renderers]


def _tables(project: Project) -> Work:
    renderers = _renderers(project)

    def work() -> None:
        for renderer in renderers:
            for table in all_tables(renderer.facts, renderer.sitemap, renderer.translator):
                csv_bytes(table)
                xlsx_bytes(table)

    return work


def _offline(project: Project) -> Work:
    rendered: list[list[Page]] = [list(renderer.pages()) for renderer in _renderers(project)]
    return lambda: [offline_index(pages) for pages in rendered]


def _write(project: Project) -> Work:
    facts = all_facts(require_handbook(project))
    inspection = inspect_facts(facts)
    languages = [language.code for language in facts.handbook.settings.languages]
    rendered = [render_language(project, facts, inspection, language) for language in languages]
    target = project.folder / "written"
    shutil.rmtree(target, ignore_errors=True)
    return lambda: [write_tree(target / one.language, one.files) for one in rendered]


def _search(project: Project) -> Work:
    from generator.search.pagefind import FOLDER, build_index

    site = project.folder / "site"
    shutil.rmtree(site / FOLDER)
    return lambda: build_index(site)


def _engine(project: Project) -> Work:
    from .inside import build_with_clock

    return lambda: build_with_clock(project)


def _plain(project: Project) -> Work:
    from .plain import build_plain

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    shutil.rmtree(project.folder / "site", ignore_errors=True)
    return lambda: build_plain(project.folder)


STAGES: dict[str, Callable[[Project], Work]] = {
    "parse": _parse,
    "validate": _validate,
    "resolve": _resolve,
    "load": _load,
    "facts": _facts,
    "check": _check,
    "absences": _absences,
    "catalogs": _catalogs,
    "pages": _pages,
    "tables": _tables,
    "offline": _offline,
    "write": _write,
    "search": _search,
    "engine": _engine,
    "plain": _plain,
}


def _prepare(name: str, folder: Path, argument: str) -> dict[str, Any]:
    from .plain import make_plain
    from .projects import edit_one_scenario, make_project

    if name == "make":
        make_project(folder, argument)
    elif name == "edit":
        edit_one_scenario(folder, int(argument))
    else:
        return make_plain(Project(folder), Path(argument))
    return {}


def _processor_time() -> float:
    """Of this process and of those it waited for."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def main(name: str, folder: str, *arguments: str) -> None:
    """Prepare, take the time of the stage alone, and print it."""
    if name not in STAGES:
        print(json.dumps(_prepare(name, Path(folder), *arguments)))
        return
    work = STAGES[name](Project(Path(folder)))
    began, cpu_began = time.perf_counter(), _processor_time()
    result = work()
    spent = {"seconds": time.perf_counter() - began, "cpu": _processor_time() - cpu_began}
    print(json.dumps(spent | (result if isinstance(result, dict) else {})))


if __name__ == "__main__":
    main(*sys.argv[1:])
