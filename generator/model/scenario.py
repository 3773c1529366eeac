"""One emergency: how it shows, how bad it is, who does what by when, what is said, reported and given."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from generator.model.communication import Statement
from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element
from generator.model.legal import EventKind
from generator.model.text import (
    AuthorityId,
    ChannelId,
    DepartmentId,
    GradeId,
    Label,
    ObligationId,
    OutsideBodyId,
    Plain,
    Prose,
    RemedyId,
    RoleId,
    ScenarioGroupId,
    ScenarioId,
    SiteId,
    SpareId,
    StatementId,
    StepId,
    SystemId,
)


class PhaseId(StrEnum):
    """The closed loop of every plan, in order."""

    DETECT = "detect"
    REPORT = "report"
    RESPOND = "respond"
    HANDLE = "handle"
    RECOVER = "recover"
    REVIEW = "review"

    @cached_property
    def place(self) -> int:
        """Its number in the loop, the first is 0."""
        return list(type(self)).index(self)


class Part(StrEnum):
    """The five parts of a plan."""

    ORGANIZATION = "organization"
    TECHNICAL = "technical"
    COMMUNICATION = "communication"
    LEGAL = "legal"
    REMEDIATION = "remediation"


class Act(StrEnum):
    """What a step does where the order of such acts matters."""

    PROTECT_LIFE = "protect-life"
    CALL_RESCUE = "call-rescue"
    CONFIRM = "confirm"
    INVESTIGATE = "investigate"
    GRADE = "grade"
    REGRADE = "regrade"
    ESCALATE = "escalate"
    CONTAIN = "contain"
    PRESERVE_EVIDENCE = "preserve-evidence"
    WIPE = "wipe"
    VERIFY_BACKUP = "verify-backup"
    RESTORE = "restore"
    CHANGE_CREDENTIALS = "change-credentials"
    RECONNECT = "reconnect"
    SWITCH_OVER = "switch-over"
    WORK_DEGRADED = "work-degraded"
    RETURN_TO_NORMAL = "return-to-normal"
    DRAFT = "draft"
    APPROVE_LEGAL = "approve-legal"
    APPROVE = "approve"
    TELL_STAFF = "tell-staff"
    PUBLISH = "publish"
    REPLY = "reply"
    DETERMINE = "determine"
    NOTIFY_AUTHORITY = "notify-authority"
    NOTIFY_PEOPLE = "notify-people"
    CLOSE_REPORT = "close-report"
    REQUEST_REMEDY = "request-remedy"
    APPROVE_REMEDY = "approve-remedy"
    REMEDY = "remedy"
    CANCEL_ORDERS = "cancel-orders"
    REGISTER_BREACH = "register-breach"
    LOG = "log"
    STAND_DOWN = "stand-down"
    REVIEW = "review"


class Signal(Element):
    """Something staff can see that tells this emergency is on."""

    see: Prose
    source: Label


class Confusion(Element):
    """Another scenario that looks alike at first."""

    when: Prose
    go_to: ScenarioId


class GradeRule(Element):
    """Which grade applies here, and when."""

    grade: GradeId
    when: Prose


class Estimate(Element):
    """How long a step takes at best, as a rule, and at worst."""

    best: Duration
    likely: Duration
    worst: Duration


class FailureBranch(Element):
    """What to do when a step does not work or its limit passes."""

    do: Prose
    step: StepId | None = None
    """The step of this scenario to go to."""
    escalate_to: RoleId | None = None


class Step(Covering):
    """One duty with exactly one accountable role and a limit.

    `within` counts from the activation of the plan, or from the end of the step named in `since`.
    """

    id: StepId
    do: Prose
    part: Part
    act: Act | None = None
    responsible: RoleId
    accountable: RoleId
    consulted: tuple[RoleId, ...] = ()
    informed: tuple[RoleId, ...] = ()
    after: tuple[StepId, ...] = ()
    since: StepId | None = None
    within: Duration
    takes: Estimate
    if_not: FailureBranch | None = None
    record: Label | None = None
    """What is kept as evidence that the step was done."""
    via: tuple[ChannelId, ...] = ()
    calls: tuple[OutsideBodyId, ...] = ()
    restores: tuple[SystemId, ...] = ()
    uses: tuple[SpareId, ...] = ()
    publishes: tuple[StatementId, ...] = ()
    notifies: tuple[ObligationId, ...] = ()
    grants: tuple[RemedyId, ...] = ()
    decides: tuple[AuthorityId, ...] = ()
    """Decisions taken in this step; the accountable role must hold the right to them."""


class Phase(Element):
    """A phase of the closed loop with its steps."""

    id: PhaseId
    aim: Prose | None = None
    steps: tuple[Step, ...]


class RemedyRule(Covering):
    """Which remedy whom it is for, in this scenario."""

    remedy: RemedyId
    when: Prose


class StandDown(Element):
    """When the emergency is over, and who says so."""

    when: tuple[Prose, ...]
    by: RoleId


class NotApplicable(Element):
    """The reason why a part of the plan does not apply."""

    organization: Prose | None = None
    technical: Prose | None = None
    communication: Prose | None = None
    legal: Prose | None = None
    remediation: Prose | None = None


class Scenario(Plan):
    """A file under plans/scenarios/."""

    kind: ClassVar[str | None] = "scenario"
    group: ScenarioGroupId
    also_known_as: tuple[Label, ...]
    """Words staff type into the search box."""
    signals: tuple[Signal, ...]
    not_this: tuple[Confusion, ...] = ()
    severity: tuple[GradeRule, ...]
    activated_by: RoleId
    commander: RoleId
    """Leads this emergency until it is stood down or handed over."""
    life_safety: bool = False
    """People may be in danger: saving them comes first."""
    fails: tuple[SystemId, ...] = ()
    """What is down; channels that depend on it can't be used."""
    events: tuple[EventKind, ...] = ()
    """What it is in the eyes of the law; duties that this sets off must be in the plan."""
    hits_sites: tuple[SiteId, ...] = ()
    """Places that may be lost with everything in them, copies and spares included."""
    hits_accounts: tuple[Plain, ...] = ()
    """Administrative accounts that may be lost or taken over, with every copy they can delete."""
    hostile: bool = False
    """Somebody destroys on purpose what can be reached: only offline and immutable copies survive."""
    may_involve: tuple[DepartmentId, ...] = ()
    """Departments whose people may be part of it and must not investigate it."""
    may_last: Duration | None = None
    prevention: tuple[Prose, ...] = ()
    cautions: tuple[Prose, ...] = ()
    phases: tuple[Phase, ...]
    statements: tuple[Statement, ...] = ()
    obligations: tuple[ObligationId, ...] = ()
    remedies: tuple[RemedyRule, ...] = ()
    stand_down: StandDown
    not_applicable: NotApplicable = Field(default_factory=NotApplicable)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps in phase order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @cached_property
    def phase_of(self) -> Mapping[str, PhaseId]:
        """The phase of each step by its id."""
        return {step.id: phase.id for phase in self.phases for step in phase.steps}

    def doing(self, *acts: Act) -> tuple[Step, ...]:
        """The steps that do one of these acts, in phase order."""
        return tuple(step for step in self.steps if step.act in acts)

    @property
    def last_step(self) -> Step | None:
        """The step that ends the emergency."""
        return next(reversed(self.doing(Act.STAND_DOWN)), None)
