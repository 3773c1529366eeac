"""Document control: which version of a plan is in force, who approved it, when it is reviewed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from generator.model.duration import Duration, Unit
from generator.model.element import Covering, Element
from generator.model.text import Day, ExerciseFindingId, Id, Label, Prose, RoleId, Told

Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$"), Told("Three numbers.", "1.0.0")]


class Status(StrEnum):
    """The life of a plan."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    RETIRED = "retired"


class Revision(Element):
    """One entry of a plan's history."""

    version: Version
    """The version that this change led to, such as `1.1.0`."""
    on: Day
    """The day the change was made."""
    by: RoleId
    """The role that made the change."""
    change: Prose
    """What changed and why, in one sentence."""
    resolves: tuple[ExerciseFindingId, ...] = ()
    """Findings of exercises and emergencies whose demand to change the plan is met by this version."""

    @property
    def number(self) -> tuple[int, ...]:
        """The version as numbers, so that versions can be compared."""
        return numbers(self.version)


class DocumentControl(Element):
    """The block at the head of every plan."""

    version: Version
    """Version of the plan; raise the first number when duties change, the last one for corrections."""
    status: Status
    """How far the plan has come; only an approved plan is in force."""
    owner: RoleId
    """The role that keeps the plan up to date."""
    approver: RoleId
    """The role that approves each version; not the owner."""
    approved_on: Day | None = None
    """The day this version was approved."""
    effective_on: Day | None = None
    """The day from which this version counts."""
    review_every: Duration
    """Longest time between two reviews, such as `6 months`."""
    revisions: tuple[Revision, ...] = ()
    """The history of the plan, one entry for each version."""

    @property
    def retired(self) -> bool:
        """Whether the plan is kept for the record only."""
        return self.status is Status.RETIRED

    @property
    def history(self) -> tuple[Revision, ...]:
        """Revisions from the oldest to the newest, in whichever of the two directions they are written."""
        newest_first = bool(self.revisions) and self.revisions[0].on > self.revisions[-1].on
        return self.revisions[::-1] if newest_first else self.revisions

    @property
    def newest(self) -> Revision | None:
        """The revision of the latest date."""
        return max(self.history, key=lambda revision: (revision.on, revision.number), default=None)

    def version_on(self, day: date) -> str | None:
        """The version that the plan had reached by a day, after its history; None before the history begins."""
        known = [one for one in self.revisions if one.on <= day]
        return max(known, key=lambda one: (one.on, one.number)).version if known else None

    def began_by(self, day: date) -> bool:
        """Whether the plan was there on a day; without a history nobody knows otherwise."""
        return not self.revisions or self.version_on(day) is not None

    @property
    def review_due_on(self) -> date | None:
        """The approval date, or else the last revision's, plus the review interval."""
        last = self.approved_on or max((r.on for r in self.revisions), default=None)
        return add(last, self.review_every) if last else None


class Plan(Covering):
    """One plan file: what it is about, its document control, and which requirements it covers."""

    kind: ClassVar[str | None] = "plan"
    id: Id
    title: Label
    summary: Prose
    """What the plan is about, for a reader who sees nothing else."""
    control: DocumentControl
    """Version, owner, approval and review of this plan."""


def numbers(version: str) -> tuple[int, ...]:
    """Major, minor and patch of a version such as `1.4.0`."""
    return tuple(int(part) for part in version.split("."))


def add(day: date, length: Duration) -> date:
    """The calendar day a length of time later; the 31st becomes the last day of a shorter month."""
    if length.unit in (Unit.MONTH, Unit.YEAR):
        months = day.month - 1 + int(length.amount * (12 if length.unit is Unit.YEAR else 1))
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    return day + timedelta(minutes=length.minutes)
