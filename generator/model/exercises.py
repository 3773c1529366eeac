"""What is practised, what came out of it, and what was done about it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.text import (
    Day,
    ExerciseFindingId,
    ExerciseId,
    ExerciseRecordId,
    Id,
    IncidentId,
    Label,
    OutsideBodyId,
    PlanId,
    Prose,
    RoleId,
    ScenarioId,
)


class ExerciseKind(StrEnum):
    """Kinds of exercise, from talk to full action."""

    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    TABLETOP = "tabletop"
    GAME = "game"
    DRILL = "drill"
    CALL_TREE = "call-tree"
    FUNCTIONAL = "functional"
    FULL_SCALE = "full-scale"


class ActionStatus(StrEnum):
    """State of a corrective action."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    CLOSED = "closed"


class Exercise(Covering):
    """An entry of the exercise programme."""

    kind: ClassVar[str | None] = "exercise"
    id: Id
    title: Label
    exercise: ExerciseKind
    """How it is practised, from a talk to full action."""
    every: Duration
    """Time between two rounds, such as `12 months`."""
    next_on: Day
    """The day of the next round."""
    scenarios: tuple[ScenarioId, ...]
    """Scenarios that it practises."""
    objectives: tuple[Prose, ...]
    """What the participants must be able to do, each so that it can be judged."""
    led_by: RoleId
    """The role that prepares and leads it."""
    evaluated_by: RoleId
    """The role that judges it; not the one that leads it."""
    participants: tuple[RoleId, ...]
    """Roles that take part."""
    partners: tuple[OutsideBodyId, ...] = ()
    """Outside bodies that take part."""
    measures: tuple[Prose, ...]
    """What is measured against which limit."""
    basis: Label | None = None
    """The law, contract or policy that demands it."""


class Timing(Element):
    """A limit and what was measured."""

    what: Label
    """What was timed, such as "leak confirmed with a sample"."""
    limit: Duration
    """The time the plan allows."""
    measured: Duration
    """The time it really took."""

    @property
    def within(self) -> bool:
        """Whether the limit was kept; the limit itself is within."""
        return self.measured.minutes <= self.limit.minutes


class ExerciseFinding(Element):
    """Something an exercise or event showed."""

    kind: ClassVar[str | None] = "exercise-finding"
    id: Id
    finding: Prose
    """What went wrong or was missing, as a fact."""
    cause: Prose
    """Why it happened; not who did it."""
    topic: Id | None = None
    """What it is about, so that a finding that comes back is noticed."""
    changes_plans: tuple[PlanId, ...] = ()
    """Plans that must be changed because of it; a later revision of each names it in `resolves`."""
    changes_scenarios: tuple[ScenarioId, ...] = ()
    """Scenarios that must be changed because of it; a later revision of each names it in `resolves`."""


class ExerciseRecord(Element):
    """The after-action report of an exercise that took place."""

    kind: ClassVar[str | None] = "exercise-record"
    id: Id
    exercise: ExerciseId
    """The entry of the programme that was carried out."""
    on: Day
    """The day it took place."""
    place: Label
    """Where it took place."""
    led_by: RoleId
    """The role that led it."""
    evaluated_by: RoleId
    """The role that judged it."""
    participants: tuple[RoleId, ...]
    """Roles that were there."""
    absent: tuple[RoleId, ...] = ()
    """Roles that should have been there and were not."""
    course: Prose
    """What happened, in order."""
    timings: tuple[Timing, ...]
    """What was measured against which limit."""
    strengths: tuple[Prose, ...]
    """What worked and should stay."""
    findings: tuple[ExerciseFinding, ...]
    """What did not work, each with its cause."""
    conclusion: Prose
    """What it proves and what must change."""


class Incident(Element):
    """An emergency that really happened."""

    kind: ClassVar[str | None] = "incident"
    id: Id
    title: Label
    scenario: ScenarioId
    """The scenario that was used, or that fits best."""
    began_on: Day
    """The day it began."""
    ended_on: Day | None = None
    """The day it was stood down; leave it out while it lasts."""
    reviewed_on: Day | None = None
    """When its review was held."""
    findings: tuple[ExerciseFinding, ...] = ()
    """What its review showed."""


class CorrectiveAction(Element):
    """What is done about a finding, by whom, until when."""

    kind: ClassVar[str | None] = "action"
    id: Id
    source: ExerciseRecordId | None = None
    """The record of the exercise that showed the finding."""
    incident: IncidentId | None = None
    """The emergency that showed the finding, where it was no exercise."""
    finding: ExerciseFindingId
    """The finding that it answers."""
    do: Prose
    """What is done, so that one can see later whether it was."""
    owner: RoleId
    """The role that sees to it."""
    due_on: Day
    """The day by which it is done."""
    status: ActionStatus
    """How far it is."""
    closed_on: Day | None = None
    """The day it was found done; needed once the status is `closed`."""
    evidence: Label | None = None
    """What proves that it was done, such as a changed plan or a list."""


class ExercisePlan(Plan):
    """A file under plans/exercises/."""

    programme: tuple[Exercise, ...] = ()
    """Exercises that come back regularly."""
    records: tuple[ExerciseRecord, ...] = ()
    """Exercises that took place, and what they showed."""
    incidents: tuple[Incident, ...] = ()
    """Emergencies that really happened."""
    actions: tuple[CorrectiveAction, ...] = ()
    """What is done about the findings."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that lessons are learned."""
