"""What is known of the editions before the one that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from generator.analysis.fingerprint import FORM, Fingerprints
from generator.history.changes import Comparison
from generator.history.told import Passage, passages
from generator.model.handbook import Handbook


class PlanEntry(BaseModel):
    """One plan as it stands in an edition."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    version: str
    status: str
    owner: str
    approver: str
    approved_on: date | None
    effective_on: date | None
    fingerprint: str
    form: str = "handbook-content-1"
    """How the fingerprint was taken; those of two forms cannot be compared."""


def plan_entries(handbook: Handbook) -> tuple[PlanEntry, ...]:
    """The plans of a handbook, in order of their ids."""
    prints = Fingerprints(handbook)
    entries = [
        PlanEntry(
            id=plan.id,
            version=plan.control.version,
            status=plan.control.status.value,
            owner=plan.control.owner,
            approver=plan.control.approver,
            approved_on=plan.control.approved_on,
            effective_on=plan.control.effective_on,
            fingerprint=prints.of(plan).whole,
            form=FORM,
        )
        for plan in handbook.plans
    ]
    return tuple(sorted(entries, key=lambda entry: entry.id))


class Gap(StrEnum):
    """Why there is nothing to compare with."""

    UNKNOWN = "unknown"
    """No earlier edition is known: there is none, or its tag was not fetched."""
    UNREADABLE = "unreadable"
    """The plans of the edition before cannot be read."""


@dataclass(frozen=True, slots=True)
class PastEdition:
    """An edition that was released."""

    name: str
    on: date
    """The day of the commit that it was made of."""
    commit: str
    told: str
    """What EDITIONS.md said of it."""
    plans: Mapping[str, PlanEntry]
    """By id."""


@dataclass(frozen=True, slots=True)
class Past:
    """Earlier editions, the newest first, and what changed since the newest of them."""

    editions: tuple[PastEdition, ...] = ()
    comparison: Comparison | None = None
    gap: Gap | None = Gap.UNKNOWN
    """Set exactly if there is no comparison."""
    detail: str = ""
    """More about the gap, in English."""
    shown: str | None = None
    """The edition that is shown; None for plans that are being worked on."""
    told: str = ""
    """What EDITIONS.md says of the edition that is shown."""
    shown_on: date | None = None
    """The day of the edition that is shown, if plans that lie in the project were found to be that edition."""

    @property
    def unreadable(self) -> bool:
        """Whether there is an edition before, whose plans cannot be read."""
        return self.gap is Gap.UNREADABLE

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What EDITIONS.md says of the edition that is shown."""
        return passages(self.told)

    @property
    def knows_any(self) -> bool:
        """Whether any edition is known."""
        return bool(self.editions or self.shown)

    @property
    def previous(self) -> PastEdition | None:
        return self.editions[0] if self.editions else None

    def releases_of(self, plan: str) -> Iterator[tuple[PastEdition, PlanEntry]]:
        """Every earlier edition that holds a plan, the newest first."""
        return ((edition, edition.plans[plan]) for edition in self.editions if plan in edition.plans)


NO_PAST = Past()
"""For plans of which no edition is known."""
