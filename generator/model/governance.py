"""Risks, the peak-day timetable, the glossary, and the requirements the handbook answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.control import Plan
from generator.model.element import Covering, Element, Measure, Term
from generator.model.text import (
    Day,
    Id,
    Label,
    Plain,
    PlanId,
    Prose,
    RequirementNumber,
    RoleId,
    ScenarioId,
    SiteId,
    TimeOfDay,
)

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
    """How it can come about."""
    likelihood: Score
    """1 is hardly ever, 5 is almost certain."""
    impact: Score
    """1 is a nuisance, 5 threatens the company or a life."""
    treatment: Treatment
    """Whether it is avoided, reduced, transferred or accepted."""
    response: Prose
    """What is done about it beforehand."""
    owner: RoleId
    """The role that watches it."""
    scenarios: tuple[ScenarioId, ...] = ()
    """Scenarios that answer it when it happens."""

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


class RiskPlan(Plan):
    """The file plans/risks.yml."""

    risks: tuple[Risk, ...]
    """Everything that may go wrong, each with its assessment."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days to keep risks small."""


class Task(Covering):
    """Something to do within a slot of the timetable."""

    do: Prose
    """What is done, as an instruction."""
    responsible: RoleId
    """The role that does it."""
    check: Prose | None = None
    """How one sees that it is done."""


class Slot(Covering):
    """A stretch of the peak day with its focus."""

    kind: ClassVar[str | None] = "slot"
    id: Id
    starts: TimeOfDay
    """When it starts, such as "20:00" in quotes."""
    ends: TimeOfDay
    """When it ends; the next slot starts then."""
    focus: Label
    """What matters in these hours, in a few words."""
    target: Prose
    """What must be reached by the end, with a number."""
    tasks: tuple[Task, ...]
    """What is done in it."""
    if_short: Prose
    """What to do when the target is missed."""


class TimetablePlan(Plan):
    """The file plans/peak-day.yml."""

    slots: tuple[Slot, ...]
    """The day from its start to its end, without a gap."""
    measures: tuple[Measure, ...] = ()
    """What is done before the day."""


class GlossaryPlan(Plan):
    """The file plans/glossary.yml."""

    terms: tuple[Term, ...]
    """Words that need an explanation."""


class CopyForm(StrEnum):
    """In what form the handbook lies ready where no system works."""

    PRINTED = "printed"
    DEVICE = "device"


class OfflineCopy(Covering):
    """A copy of the handbook that can be read when the systems are down."""

    kind: ClassVar[str | None] = "offline-copy"
    id: Id
    form: CopyForm
    """On paper, or on a device of its own."""
    site: SiteId
    """The site where it lies."""
    place: Label
    """Where exactly it lies, so that it is found in the dark."""
    keeper: RoleId
    """The role that renews it."""
    renewed_on: Day
    """The day it was last replaced by the newest handbook."""


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
    """What kind of change it is."""
    on: Day
    """The day it happened or came into force."""
    what: Prose
    """What changed."""
    plans: tuple[PlanId, ...] = ()
    """Plans that must be reviewed because of it."""
    scenarios: tuple[ScenarioId, ...] = ()
    """Scenarios that must be reviewed because of it."""


class ConductPlan(Plan):
    """The file plans/conduct.yml: scope, principles and what follows every emergency."""

    purpose: Prose
    """What the handbook is for."""
    scope: Prose
    """Whom and which places it binds."""
    principles: tuple[Prose, ...]
    """What holds when no page fits, the most important first."""
    offline_copies: tuple[OfflineCopy, ...] = ()
    """Where the handbook can be read when no system works."""
    triggers: tuple[ReviewTrigger, ...] = ()
    """Changes that call for a review before its date."""
    measures: tuple[Measure, ...]
    """What is done after every emergency and between them."""


class Waiver(Element):
    """A finding that the company knows and accepts for a time."""

    kind: ClassVar[str | None] = "waiver"
    id: Id
    rule: Id
    """The rule whose finding is accepted."""
    at: Plain
    """The place as a report names it, such as `organization/roles.yml#shop-manager`; it covers all that lies in it."""
    reason: Prose
    """Why the company accepts the finding for now."""
    approver: RoleId
    """The role that accepts it."""
    approved_on: Day
    """The day it was accepted."""
    expires_on: Day
    """The last day on which it counts; then the finding is reported again."""


class WaiverPlan(Plan):
    """The file plans/waivers.yml."""

    waivers: tuple[Waiver, ...]
    """Findings that the company accepts for a time."""


class Requirement(Element):
    """One thing the handbook must say, in our own words."""

    kind: ClassVar[str | None] = "requirement"
    id: RequirementNumber
    area: Label
    """The heading it is listed under."""
    need: Prose
    """What the handbook must say."""
    source: Plain | None = None
    """Where the demand comes from, such as "ISO 22301:2019, 8.4"."""


class RequirementCatalog(Element):
    """A file under plans/requirements/: a list of demands that plans cover."""

    kind: ClassVar[str | None] = "catalog"
    id: Id
    title: Label
    summary: Prose
    """Who made these demands, and what for."""
    complete: bool = True
    """Every requirement must be covered."""
    requirements: tuple[Requirement, ...]
    """The demands; plans name them under `covers`."""
