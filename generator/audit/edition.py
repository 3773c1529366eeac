"""What a pack is made of: an edition as its tag holds it, and what follows from it on the day of its commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.analysis.facts import Facts
from generator.analysis.restricted import Restricted
from generator.checker.engine import Inspection
from generator.editions.manifest import Manifest
from generator.exports import Table
from generator.git.tags import TagObject
from generator.history.past import Past
from generator.i18n.words import Translator
from generator.loading import PlanFile


@dataclass(frozen=True)
class AuditedEdition:
    """An edition, and all that is known of it."""

    tag: TagObject
    manifest: Manifest
    stored_manifest: str
    """The manifest as the tag holds it."""
    facts: Facts
    """As of the day of the commit."""
    inspection: Inspection
    past: Past
    """As the pack tells it."""
    unshown: int
    """Changes of people since the edition before, which the pack does not tell."""
    files: tuple[PlanFile, ...]
    """Plan files and records of approvals as they were committed."""
    tables: tuple[Table, ...]
    """The tables of the site, in the source language."""
    translator: Translator
    restricted: Restricted
    made_with: Mapping[str, str]
    """Versions of the tools that make the pack."""

    @property
    def name(self) -> str:
        return self.manifest.edition

    @property
    def signature(self) -> str:
        """The kind of the signature of the tag, such as `SSH SIGNATURE`; empty if it is not signed."""
        return self.tag.signature.partition("\n")[0].strip("-").removeprefix("BEGIN ").strip()

    @property
    def made_otherwise(self) -> bool:
        """Whether other tools make the pack than the edition was released with."""
        return dict(self.made_with) != dict(self.manifest.built_with)

    @property
    def manifest_digest(self) -> str:
        """What the tag holds is what counts, also where another version of the generator wrote more into it."""
        return sha256(self.stored_manifest.encode()).hexdigest()

    @property
    def plan_prints(self) -> Mapping[str, str]:
        """Fingerprints of the plans as the manifest has them, by id."""
        return {entry.id: entry.fingerprint for entry in self.manifest.plans}
