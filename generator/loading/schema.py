"""Which schema plans are written in, and their way into that of today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.finding import Finding, Level, RelatedPlace
from generator.loading.explain import listed
from generator.loading.migrations import SCHEMA, Rewrite, migrated
from generator.model.control import numbers
from generator.model.settings import UNSTATED_SCHEMA
from generator.position import Position
from generator.source import Document, PositionedMapping, position_of

SETTINGS = "handbook.yml"
_KEY = "schema_version"
_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){2}")


@dataclass(frozen=True, slots=True)
class Adopted:
    """Files by path inside the plans folder, in the form of today, and what there is to say about it."""

    documents: Mapping[str, Document]
    notes: tuple[Finding, ...] = ()


def too_new(settings: Document | None) -> Finding | None:
    """The one fault of plans that this generator is too old for."""
    stated = _stated(settings)
    if settings is None or settings.root is None or numbers(stated)[:2] <= numbers(SCHEMA)[:2]:
        return None
    return Finding(
        "handbook-schema-newer",
        f"The plans are written in schema {stated}; this generator knows schema {SCHEMA} and earlier ones.",
        position_of(settings.root, (_KEY,)),
        expected=f"a schema up to `{SCHEMA}`",
        remedy="Use a newer generator: `pip install --upgrade emergency-plan-handbook`.",
    )


def in_todays_form(documents: Mapping[str, Document]) -> Adopted:
    """Files of this schema or an earlier one. What can't be read is left out of it."""
    settings = documents.get(SETTINGS)
    stated = _stated(settings)
    if numbers(stated)[0] >= numbers(SCHEMA)[0]:
        return Adopted(documents)
    done = migrated({path: file.root for path, file in documents.items() if file.root is not None}, numbers(stated)[0])
    now = {path: replace(file, root=done.trees.get(path)) for path, file in documents.items()}
    root = settings.root if settings else None
    if root is None or root.get(_KEY, stated) != stated:
        return Adopted(now)
    return Adopted(now, (_outdated(root, stated, done.rewrites),))


def _stated(settings: Document | None) -> str:
    """The schema that is stated. One that is no version is for the model to refuse."""
    stated = settings.root.get(_KEY) if settings and settings.root else None
    return stated if isinstance(stated, str) and _VERSION.fullmatch(stated) else UNSTATED_SCHEMA


def _outdated(root: PositionedMapping, stated: str, rewrites: tuple[Rewrite, ...]) -> Finding:
    keys = listed(dict.fromkeys(rewrite.change.key for rewrite in rewrites))
    read = f" {keys} were read in the form of today." if keys else ""
    first = f"rewrite {keys}, then " if keys else ""
    if _KEY in root:
        whose, to_do = f"The plans are written in schema {stated}", f"{first}write `{_KEY}: {SCHEMA}` here."
    else:
        whose, to_do = f"No schema is stated, so it is {stated}", f"{first}add `{_KEY}: {SCHEMA}` to this file."
    return Finding(
        "handbook-schema-outdated",
        f"{whose}; that of today is {SCHEMA}.{read}",
        position_of(root, (_KEY,)) if _KEY in root else root.position,
        expected=f"`{_KEY}: {SCHEMA}`, and plans in its form",
        remedy=f"{to_do[0].upper()}{to_do[1:]}",
        level=Level.NOTE,
        related=_first_places(rewrites),
    )


def _first_places(rewrites: tuple[Rewrite, ...]) -> tuple[RelatedPlace, ...]:
    """Where each change was made first, and how often."""
    places: dict[str, list[Position]] = {}
    for rewrite in rewrites:
        places.setdefault(rewrite.change.told, []).append(rewrite.position)
    captions = {told: f"{told}; {len(at)} times, first here" if len(at) > 1 else told for told, at in places.items()}
    return tuple(RelatedPlace(at[0], captions[told]) for told, at in places.items())
