"""An edition of the small bookshop, as the pack gets it, without git."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment

from generator.analysis.facts import Facts
from generator.analysis.restricted import NOTHING_RESTRICTED, Restricted
from generator.audit.edition import AuditedEdition
from generator.audit.past import told_past
from generator.editions.manifest import Origin, manifest_of
from generator.exports import all_tables, past_tables
from generator.files.read import read_plan_files
from generator.git.tags import TagObject
from generator.history.compare import compare
from generator.history.past import Past, PastEdition
from generator.i18n.words import Translator
from generator.loading import LoadedHandbook, PlanFile, load_handbook
from generator.model.handbook import Handbook
from generator.pipeline import inspect_loaded
from generator.render.environment import template_environment
from generator.render.prose import plain_text
from generator.resources import templates
from generator.views.changes import News
from generator.views.sitemap import Sitemap
from tests.conftest import AS_OF, ROOT

ENGLISH = Translator("en", "en")
SITE = {"index.html": "0" * 64, "roles/director.html": "1" * 64}
TAG = TagObject("edition/2026.11", "a" * 40, "b" * 40, "Ai Lan <ai@lantern.example>", "2026-11-22T12:00:00+00:00", "")
_BASE = ROOT / "tests" / "rules" / "base"


@cache
def plan_files() -> tuple[PlanFile, ...]:
    return tuple(read_plan_files(_BASE / "plans", _BASE))


def edited(inside: str, old: str, new: str) -> tuple[PlanFile, ...]:
    """The files with other words in one of them."""
    assert any(file.inside == inside and old.encode() in file.data for file in plan_files())
    return tuple(
        replace(file, data=file.data.replace(old.encode(), new.encode())) if file.inside == inside else file
        for file in plan_files()
    )


def loaded(files: tuple[PlanFile, ...]) -> tuple[LoadedHandbook, Handbook]:
    found = load_handbook(files, "plans")
    assert found.handbook is not None, found.report.errors
    return found, found.handbook


def audited(
    files: tuple[PlanFile, ...] | None = None,
    before: tuple[PlanFile, ...] | None = None,
    *,
    contacts: bool = False,
    changes: str = "- Something **new**.",
    as_of: date = AS_OF,
) -> AuditedEdition:
    """The edition 2026.11 of these plans, after 2026.10 if there were any before."""
    now = files or plan_files()
    found, handbook = loaded(now)
    facts, sitemap = Facts(handbook, as_of), Sitemap.of(handbook)
    whole = _past(before, handbook) if before else Past(shown="2026.11")
    old = (loaded(before)[1],) if before else ()
    restricted = NOTHING_RESTRICTED if contacts else Restricted.of(handbook, *old)
    past = told_past(whole, restricted)
    news = News.of(past, handbook, sitemap, ENGLISH, plain_text)
    manifest = manifest_of("2026.11", handbook, SITE, Origin("b" * 40, (), changes), {"handbook": "1"})
    return AuditedEdition(
        tag=TAG,
        manifest=manifest,
        stored_manifest=manifest.json_text,
        facts=facts,
        inspection=inspect_loaded(found, as_of),
        past=past,
        unshown=0,
        files=now,
        tables=(*all_tables(facts, sitemap, ENGLISH), *past_tables(facts, news, ENGLISH)),
        translator=ENGLISH,
        restricted=restricted,
        made_with={"handbook": "2"},
    )


def _past(before: tuple[PlanFile, ...], handbook: Handbook) -> Past:
    edition = PastEdition("2026.10", AS_OF, "c" * 40, "The first one.", {})
    return Past((edition,), compare(loaded(before)[1], handbook), None, "", "2026.11", "")


def environment(cache: Path, *folders: Path) -> Environment:
    """The templates of the generator, after those of the folders."""
    return template_environment((*folders, templates()), ENGLISH, cache)
