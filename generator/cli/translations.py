"""`handbook translations`: bring the catalogs up to date with the plans, and say what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from babel.messages.catalog import Catalog

from generator.cli.console import output_console
from generator.editions.changelog import NAME as CHANGELOG
from generator.editions.changelog import edition_entries
from generator.files.read import read_bytes, shown_path
from generator.files.write import disk_error
from generator.history.told import passages
from generator.i18n.catalogs import (
    LABEL_CATALOG,
    PLAN_CATALOG,
    SourceText,
    catalog_bytes,
    parse_catalog,
    plan_texts,
    translated,
    updated,
)
from generator.i18n.template_labels import template_labels
from generator.model.handbook import Handbook
from generator.pipeline import Project, require_handbook
from generator.resources import package, templates


@click.group()
def translations() -> None:
    """Keep the translations of plans up to date."""


@translations.command()
@click.option("--labels", is_flag=True, help="Also the labels of the templates (for work on the generator itself).")
@click.pass_obj
def update(project: Project, labels: bool) -> None:
    """Write new and changed sentences into plans/locales/LANGUAGE/plans.po."""
    handbook = require_handbook(project)
    texts = _texts(project, handbook)
    for language in _other_languages(handbook):
        _update(project.plans / "locales" / language / PLAN_CATALOG, project, language, texts)
    if labels:
        found = template_labels(templates(), package())
        for language in _other_languages(handbook):
            _update(templates() / "locales" / language / LABEL_CATALOG, project, language, found)


@translations.command()
@click.pass_context
def status(context: click.Context) -> None:
    """Count what is translated; status 1 if a language that should be complete is not."""
    project: Project = context.obj
    handbook = require_handbook(project)
    texts = _texts(project, handbook)
    short = False
    for language in handbook.settings.languages:
        if language.code == handbook.settings.source_language:
            continue
        path = project.plans / "locales" / language.code / PLAN_CATALOG
        done = translated(_read(path, project, language.code)) if path.is_file() else {}
        missing = [text for text in texts if text.text not in done]
        output_console().print(f"{language.code}: {len(texts) - len(missing)} of {len(texts)} sentences translated.")
        for text in missing[:10] if language.complete else []:
            file, line = text.places[0]
            output_console().print(f"  {file}:{line}: {text.text[:90]}")
        short = short or bool(missing and language.complete)
    context.exit(1 if short else 0)


def _texts(project: Project, handbook: Handbook) -> tuple[SourceText, ...]:
    """The sentences of the plans, and what EDITIONS.md says to the readers of each edition."""
    path = project.folder / CHANGELOG
    entries = edition_entries(read_bytes(path).decode(errors="replace")).values() if path.is_file() else ()
    told = dict.fromkeys(text for entry in entries for passage in passages(entry) for text in passage.texts)
    plans = plan_texts(handbook)
    known = {text.text for text in plans}
    return (*plans, *(SourceText(text, ((CHANGELOG, 1),)) for text in told if text not in known))


def _other_languages(handbook: Handbook) -> list[str]:
    return [item.code for item in handbook.settings.languages if item.code != handbook.settings.source_language]


def _read(path: Path, project: Project, language: str) -> Catalog:
    return parse_catalog(read_bytes(path), shown_path(path, project.folder), language)


def _update(path: Path, project: Project, language: str, texts: Iterable[SourceText]) -> None:
    catalog = updated(_read(path, project, language) if path.is_file() else None, texts, language, "handbook")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(catalog_bytes(catalog))
    except OSError as error:
        raise disk_error(path, error) from error
    waiting = sum(1 for message in catalog if message.id and (message.fuzzy or not message.string))
    output_console().print(f"{shown_path(path, project.folder)}: {len(catalog)} sentences, {waiting} to translate.")
