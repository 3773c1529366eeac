"""The manifest of an edition: its plans, what it was built from and with, and the digest of every file.

It is the message of the annotated tag `edition/2026.11`: one line for people, then JSON. There it comes with every
clone and every `git fetch --tags`, cannot be changed without a new tag, is signed where git signs tags, and needs no
commit after the one that it describes. It holds no time of its own, so the same commit gives the same manifest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.history.past import PlanEntry, plan_entries
from generator.model.handbook import Handbook


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class NoEditionError(HandbookError):
    """A tag has the name of an edition, and no release has set it."""


class Manifest(_Stored):
    """What an edition is."""

    form: Literal[1] = 1
    edition: str
    revision: str
    """The commit that it was built from."""
    earlier: tuple[str, ...] = ()
    """Editions that were known when it was released; its pages tell of them."""
    changes: str
    """What EDITIONS.md said of it."""
    source_language: str
    languages: tuple[str, ...]
    built_with: Mapping[str, str]
    """Versions of the generator and of what shapes its output."""
    plans: tuple[PlanEntry, ...]
    files: Mapping[str, str]
    """SHA-256 of every file of the site, by path."""

    @property
    def json_text(self) -> str:
        """Canonical: the same bytes for the same manifest, one fact a line."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1) + "\n"

    @property
    def digest(self) -> str:
        return sha256(self.json_text.encode()).hexdigest()

    @property
    def message(self) -> str:
        """The message of the tag."""
        return f"Edition {self.edition} of the handbook\n\n{self.json_text}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What an edition was made of."""

    revision: str = ""
    earlier: tuple[str, ...] = ()
    changes: str = ""


def manifest_of(
    name: str, handbook: Handbook, files: Mapping[str, str], origin: Origin, built_with: Mapping[str, str]
) -> Manifest:
    """The manifest of a handbook whose site has these files."""
    settings = handbook.settings
    return Manifest(
        edition=name,
        revision=origin.revision,
        earlier=origin.earlier,
        changes=origin.changes,
        source_language=settings.source_language,
        languages=tuple(language.code for language in settings.languages),
        built_with=built_with,
        plans=plan_entries(handbook),
        files=files,
    )


def parse_manifest(edition: Edition, message: str) -> Manifest:
    """The manifest in the message of a tag; a signature may follow it. Raises HandbookError if there is none."""
    try:
        stored = json.JSONDecoder().raw_decode(message[message.index("{") :])[0]
        manifest = parse_stored_manifest(stored)
    except ValueError:
        manifest = None
    if manifest is None or manifest.edition != str(edition):
        raise NoEditionError(
            f"The tag `{edition.tag}` carries no manifest of this edition.",
            f"Only `handbook release {edition}` makes editions; remove the tag if it was set by hand.",
        )
    return manifest


def parse_stored_manifest(stored: Any) -> Manifest | None:  # noqa: ANN401 - JSON of unknown shape
    """The manifest in JSON, if it is one."""
    try:
        return Manifest.model_validate(stored)
    except ValidationError:
        return None
