"""The published copy of an edition, as `edition.json` in its folder tells."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.editions.comparison import Differences, differences, other_versions
from generator.editions.manifest import Manifest
from generator.editions.publication import PublishedEdition, pages_of


class Rebuilt(BaseModel):
    """What came out where an edition was built again and other files came out than were released."""

    model_config = ConfigDict(frozen=True)

    built_with: Mapping[str, str]
    files: Mapping[str, str]


class PublishedCopy(BaseModel):
    """The manifest of an edition, and what stands in the folder if that is something else."""

    model_config = ConfigDict(frozen=True)

    manifest: Manifest
    rebuilt: Rebuilt | None = None

    @classmethod
    def of(cls, manifest: Manifest, files: Mapping[str, str], built_with: Mapping[str, str]) -> PublishedCopy:
        """The copy of an edition that was built into these files."""
        same = files == manifest.files
        return cls(manifest=manifest, rebuilt=None if same else Rebuilt(built_with=built_with, files=files))

    @property
    def files(self) -> Mapping[str, str]:
        """Digests of the files that should be there."""
        return self.rebuilt.files if self.rebuilt else self.manifest.files

    @property
    def json_text(self) -> str:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1) + "\n"

    @property
    def listed(self) -> PublishedEdition:
        """As readers of other editions see it."""
        book = self.manifest
        pages, rebuilt = pages_of(self.files), self.rebuilt is not None
        return PublishedEdition(book.edition, book.source_language, book.languages, pages, rebuilt)

    @property
    def departure(self) -> str:
        """How it differs from what was released, as a sentence; empty if it does not."""
        if self.rebuilt is None:
            return ""
        found: Differences = differences(self.manifest.files, self.rebuilt.files)
        others = "; ".join(other_versions(self.manifest.built_with, self.rebuilt.built_with))
        cause = f"It was released with other tools: {others}." if others else "The tools are those of its release."
        return f"{found.count} files are not those of its manifest. {cause}"


def parse_copy(text: str) -> PublishedCopy | None:
    """What a file `edition.json` says, if it is one."""
    try:
        return PublishedCopy.model_validate_json(text)
    except ValidationError:
        return None
