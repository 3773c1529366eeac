"""Read an edition from its tag for the audit pack; the work tree has no part in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.facts import Facts
from generator.analysis.restricted import NOTHING_RESTRICTED, Restricted
from generator.audit.edition import AuditedEdition
from generator.audit.pack import pack_files
from generator.audit.past import told_past
from generator.editions.manifest import Manifest
from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.exports import Table, all_tables, past_tables
from generator.files.read import shown_path
from generator.git.history import plan_files_at
from generator.git.tags import EditionTag, edition_numbers, released_edition, tag_object
from generator.git.worktree import worktree
from generator.history.past import Past
from generator.i18n.words import Translator
from generator.loading import LoadedHandbook, load_handbook
from generator.model.handbook import Handbook
from generator.pipeline.past import past_of
from generator.pipeline.project import Project
from generator.pipeline.reading import inspect_loaded, require_edition
from generator.pipeline.rendering import facts_for_pages, translator_for
from generator.render.environment import template_environment
from generator.render.prose import plain_text
from generator.views.changes import News
from generator.views.sitemap import Sitemap


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Which pack is wanted."""

    edition: Edition
    contacts: bool
    """With contact data of people."""
    made_with: Mapping[str, str]
    """Versions of the tools that make it."""


def audit_files(project: Project, order: PackOrder) -> tuple[dict[str, bytes], int]:
    """The files of the pack, and when the commit of the edition was made, in seconds since 1970.

    Raises HandbookError if there is no such edition, its tag holds no manifest of it, or its plans can't be read.
    """
    tag, manifest = released_edition(project.folder, order.edition)
    _require_whole(project, manifest)
    # Templates, translations and EDITIONS.md are those of the edition too.
    with worktree(project.folder, tag.commit, project.cache) as folder:
        then = Project(folder)
        audited = _audited(project, then, tag, manifest, order)
        environment = template_environment(then.template_folders, audited.translator, then.template_cache)
        return pack_files(audited, environment), tag.time


def _audited(project: Project, then: Project, tag: EditionTag, manifest: Manifest, order: PackOrder) -> AuditedEdition:
    files = plan_files_at(tag.commit, project.plans, project.folder)
    loaded = load_handbook(files, shown_path(project.plans, project.folder))
    handbook = _required(tag.edition, loaded)
    facts = facts_for_pages(then, handbook, tag.day(handbook.settings.time_zone))
    whole = past_of(then, handbook, str(tag.edition))
    restricted = NOTHING_RESTRICTED if order.contacts else Restricted.of(handbook, *_before(project, whole))
    past = told_past(whole, restricted)
    translator = translator_for(then, handbook, handbook.settings.source_language)
    return AuditedEdition(
        tag=tag_object(project.folder, tag.edition),
        manifest=manifest,
        stored_manifest=_stored(tag.message),
        facts=facts,
        inspection=inspect_loaded(loaded, facts.as_of, facts.translations),
        past=past,
        unshown=_number(whole) - _number(past),
        files=files,
        tables=_tables(facts, past, translator),
        translator=translator,
        restricted=restricted,
        made_with=order.made_with,
    )


def _require_whole(project: Project, manifest: Manifest) -> None:
    """Every edition is known that was known then: or packs would differ."""
    missing = set(manifest.earlier) - {str(known) for known in edition_numbers(project.folder)}
    if missing:
        raise HandbookError(
            f"Git knows no edition {max(missing)} here, which came before {manifest.edition}.",
            "Fetch the tags with `git fetch --tags`.",
        )


def _required(edition: Edition, loaded: LoadedHandbook) -> Handbook:
    if loaded.handbook is None:
        first = loaded.report.errors[0]
        raise HandbookError(
            f"The plans of the edition {edition} cannot be read: {first.position}: {first.message}",
            "Use the version of the generator that it was released with.",
        )
    return loaded.handbook


def _stored(message: str) -> str:
    """The manifest as the message has it; a signature may follow."""
    text = message[message.index("{") :]
    return f"{text[: json.JSONDecoder().raw_decode(text)[1]]}\n"


def _before(project: Project, past: Past) -> Iterator[Handbook]:
    """The handbook with which it is compared: people who have left since stand in the differences."""
    if past.comparison and past.previous:
        yield require_edition(project, past.previous.commit)


def _number(past: Past) -> int:
    return len(past.comparison.changes) if past.comparison else 0


def _tables(facts: Facts, past: Past, translator: Translator) -> tuple[Table, ...]:
    sitemap = Sitemap.of(facts.handbook)
    news = News.of(past, facts.handbook, sitemap, translator, plain_text)
    return (*all_tables(facts, sitemap, translator), *past_tables(facts, news, translator))
