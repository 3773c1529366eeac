"""One emergency: how it shows, how bad it is, who does what by when, what is said, reported and given."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from generator.model.acts import Act, Part, PhaseId
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
    Id,
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


class Signal(Element):
    """Something staff can see that tells this emergency is on."""

    see: Prose
    """What one sees, hears or measures, with a number where there is one."""
    source: Label
    """Where one sees it, such as "service desk dashboard"."""


class Confusion(Element):
    """Another scenario that looks alike at first."""

    when: Prose
    """The sign by which the two are told apart."""
    go_to: ScenarioId
    """The scenario to use then."""


class GradeRule(Element):
    """Which grade applies here, and when."""

    grade: GradeId
    """The grade that applies."""
    when: Prose
    """The facts in which it applies here, with numbers."""


class Estimate(Element):
    """How long a step takes at best, as a rule, and at worst."""

    best: Duration
    """When all goes well, such as `5 min`."""
    likely: Duration
    """As a rule, such as `10 min`."""
    worst: Duration
    """When much goes wrong, such as `20 min`."""


class FailureBranch(Element):
    """What to do when a step does not work or its limit passes."""

    do: Prose
    """What to do instead, as an instruction."""
    step: StepId | None = None
    """The step of this scenario to go to."""
    escalate_to: RoleId | None = None
    """The role to call then."""


class Step(Covering):
    """One duty with exactly one accountable role and a limit."""

    id: Id
    do: Prose
    """What is done, as an instruction that a newcomer can follow."""
    part: Part
    """The part of the plan it belongs to."""
    act: Act | None = None
    """What kind of act it is, where the order of such acts matters."""
    responsible: RoleId
    """The role that does it."""
    accountable: RoleId
    """The one role that answers for it."""
    consulted: tuple[RoleId, ...] = ()
    """Roles that are asked before."""
    informed: tuple[RoleId, ...] = ()
    """Roles that are told afterwards."""
    after: tuple[StepId, ...] = ()
    """Steps that must be done first."""
    since: StepId | None = None
    """The step from whose end `within` counts; without it, from the activation of the plan."""
    within: Duration
    """The limit by which it is done, such as `30 min`."""
    takes: Estimate
    """How long the work itself lasts."""
    if_not: FailureBranch | None = None
    """What to do when it does not work or takes too long."""
    record: Label | None = None
    """What is kept as evidence that the step was done."""
    via: tuple[ChannelId, ...] = ()
    """Channels that it is said over."""
    calls: tuple[OutsideBodyId, ...] = ()
    """Outside bodies that are called."""
    restores: tuple[SystemId, ...] = ()
    """Systems that work again after it."""
    uses: tuple[SpareId, ...] = ()
    """Spares that are brought into use."""
    publishes: tuple[StatementId, ...] = ()
    """Statements that go out with it."""
    notifies: tuple[ObligationId, ...] = ()
    """Duties to report that it fulfils."""
    grants: tuple[RemedyId, ...] = ()
    """Remedies that customers get with it."""
    decides: tuple[AuthorityId, ...] = ()
    """Decisions taken in this step; the accountable role must hold the right to them."""


class Phase(Element):
    """A phase of the closed loop with its steps."""

    id: PhaseId
    """The phase of the loop; each plan has all six, in order."""
    aim: Prose | None = None
    """What is reached at the end of the phase."""
    steps: tuple[Step, ...]
    """What is done in it."""


class RemedyRule(Covering):
    """Which remedy whom it is for, in this scenario."""

    remedy: RemedyId
    """The remedy that is granted."""
    when: Prose
    """Who gets it, and under which condition."""


class StandDown(Element):
    """When the emergency is over, and who says so."""

    when: tuple[Prose, ...]
    """Facts that must all be true, each with a number where there is one."""
    by: RoleId
    """The role that declares the end."""


class NotApplicable(Element):
    """The reason why a part of the plan does not apply."""

    organization: Prose | None = None
    """Why this scenario needs no steps of organization."""
    technical: Prose | None = None
    """Why it needs no technical steps."""
    communication: Prose | None = None
    """Why nothing is said to anybody."""
    legal: Prose | None = None
    """Why no law or contract demands anything."""
    remediation: Prose | None = None
    """Why nobody has to be given anything."""


class Scenario(Plan):
    """A file under plans/scenarios/."""

    kind: ClassVar[str | None] = "scenario"
    group: ScenarioGroupId
    """The heading on the home page it is listed under."""
    also_known_as: tuple[Label, ...]
    """Words staff type into the search box."""
    signals: tuple[Signal, ...]
    """How staff notice it."""
    not_this: tuple[Confusion, ...] = ()
    """Other scenarios that it is easily taken for."""
    severity: tuple[GradeRule, ...]
    """Which grades it can have here, and when each applies."""
    activated_by: RoleId
    """The role that puts this plan into force."""
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
    """How long it may go on at worst, such as `3 days`."""
    prevention: tuple[Prose, ...] = ()
    """What is done on ordinary days so that it does not happen."""
    cautions: tuple[Prose, ...] = ()
    """What must never be done in it."""
    phases: tuple[Phase, ...]
    """Detect, report, respond, handle, recover and review, in this order."""
    statements: tuple[Statement, ...] = ()
    """Prepared words that only this scenario uses."""
    obligations: tuple[ObligationId, ...] = ()
    """Duties to report that it may set off."""
    remedies: tuple[RemedyRule, ...] = ()
    """What customers get, and when."""
    stand_down: StandDown
    """When it is over, and who says so."""
    not_applicable: NotApplicable = Field(default_factory=NotApplicable)
    """For each part of the plan without steps, the reason why."""

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
