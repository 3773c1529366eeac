"""Risks, the peak-day timetable, the glossary, and the requirements the handbook answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from generator.model.control import Plan
from generator.model.element import Covering, Element, Measure, Term
from generator.model.text import Day, Id, Label, Plain, PlanId, Prose, RoleId, ScenarioId, SiteId, TimeOfDay

Score = Annotated[int, Field(ge=1, le=5, strict=True)]


class Treatment(StrEnum):
    """What is done about a risk."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class Risk(Covering):
    """A risk with its assessment (1 low to 5 high) and response."""

    kind: ClassVar[str | None] = "risk"
    id: Id
    title: Label
    cause: Prose
    likelihood: Score
    impact: Score
    treatment: Treatment
    response: Prose
    owner: RoleId
    scenarios: tuple[ScenarioId, ...] = ()

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


class RiskPlan(Plan):
    """The file plans/risks.yml."""

    risks: tuple[Risk, ...]
    measures: tuple[Measure, ...] = ()


class Task(Covering):
    """Something to do within a slot of the timetable."""

    do: Prose
    responsible: RoleId
    check: Prose | None = None


class Slot(Covering):
    """A stretch of the peak day with its focus."""

    kind: ClassVar[str | None] = "slot"
    id: Id
    starts: TimeOfDay
    ends: TimeOfDay
    focus: Label
    target: Prose
    tasks: tuple[Task, ...]
    if_short: Prose
    """What to do when the target is missed."""


class TimetablePlan(Plan):
    """The file plans/peak-day.yml."""

    slots: tuple[Slot, ...]
    measures: tuple[Measure, ...] = ()


class GlossaryPlan(Plan):
    """The file plans/glossary.yml."""

    terms: tuple[Term, ...]


class CopyForm(StrEnum):
    """In what form the handbook lies ready where no system works."""

    PRINTED = "printed"
    DEVICE = "device"


class OfflineCopy(Covering):
    """A copy of the handbook that can be read when the systems are down."""

    kind: ClassVar[str | None] = "offline-copy"
    id: Id
    form: CopyForm
    site: SiteId
    place: Label
    keeper: RoleId
    renewed_on: Day


class TriggerKind(StrEnum):
    """What makes a review necessary before its date."""

    LAW = "law"
    ORGANIZATION = "organization"
    RISK = "risk"
    RESOURCES = "resources"
    EXERCISE = "exercise"
    INCIDENT = "incident"


class ReviewTrigger(Element):
    """Something that changed, and the plans that must be reviewed because of it."""

    kind: ClassVar[str | None] = "review-trigger"
    id: Id
    trigger: TriggerKind
    on: Day
    what: Prose
    plans: tuple[PlanId, ...] = ()
    scenarios: tuple[ScenarioId, ...] = ()
    """Scenarios that must be reviewed because of it."""


class ConductPlan(Plan):
    """The file plans/conduct.yml: scope, principles and what follows every emergency."""

    purpose: Prose
    scope: Prose
    principles: tuple[Prose, ...]
    offline_copies: tuple[OfflineCopy, ...] = ()
    triggers: tuple[ReviewTrigger, ...] = ()
    measures: tuple[Measure, ...]


class Waiver(Element):
    """A finding that the company knows and accepts for a time."""

    kind: ClassVar[str | None] = "waiver"
    id: Id
    rule: Id
    """The rule whose finding is accepted."""
    at: Plain
    """The place as a report names it, such as `organization/roles.yml#shop-manager`; it covers all that lies in it."""
    reason: Prose
    approver: RoleId
    approved_on: Day
    expires_on: Day


class WaiverPlan(Plan):
    """The file plans/waivers.yml."""

    waivers: tuple[Waiver, ...]


class Requirement(Element):
    """One thing the handbook must say, in our own words."""

    kind: ClassVar[str | None] = "requirement"
    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}-[A-Z0-9.]+$")]
    area: Label
    need: Prose
    source: Plain | None = None


class RequirementCatalog(Element):
    """A file under plans/requirements/: a list of demands that plans cover."""

    kind: ClassVar[str | None] = "catalog"
    id: Id
    title: Label
    summary: Prose
    complete: bool = True
    """Every requirement must be covered."""
    requirements: tuple[Requirement, ...]
