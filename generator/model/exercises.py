"""What is practised, what came out of it, and what was done about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.text import (
    Day,
    ExerciseId,
    ExerciseRecordId,
    Id,
    IncidentId,
    Label,
    OutsideBodyId,
    Prose,
    Refers,
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
    every: Duration
    next_on: Day
    scenarios: tuple[ScenarioId, ...]
    objectives: tuple[Prose, ...]
    led_by: RoleId
    evaluated_by: RoleId
    participants: tuple[RoleId, ...]
    partners: tuple[OutsideBodyId, ...] = ()
    measures: tuple[Prose, ...]
    """What is measured against which limit."""
    basis: Label | None = None


class Timing(Element):
    """A limit and what was measured."""

    what: Label
    limit: Duration
    measured: Duration


class ExerciseFinding(Element):
    """Something an exercise or event showed."""

    kind: ClassVar[str | None] = "exercise-finding"
    id: Id
    finding: Prose
    cause: Prose
    topic: Id | None = None
    """What it is about, so that a finding that comes back is noticed."""


class ExerciseRecord(Element):
    """The after-action report of an exercise that took place."""

    kind: ClassVar[str | None] = "exercise-record"
    id: Id
    exercise: ExerciseId
    on: Day
    place: Label
    led_by: RoleId
    evaluated_by: RoleId
    participants: tuple[RoleId, ...]
    absent: tuple[RoleId, ...] = ()
    course: Prose
    timings: tuple[Timing, ...]
    strengths: tuple[Prose, ...]
    findings: tuple[ExerciseFinding, ...]
    conclusion: Prose


class Incident(Element):
    """An emergency that really happened."""

    kind: ClassVar[str | None] = "incident"
    id: Id
    title: Label
    scenario: ScenarioId
    began_on: Day
    ended_on: Day | None = None
    reviewed_on: Day | None = None
    """When its review was held."""
    findings: tuple[ExerciseFinding, ...] = ()


class CorrectiveAction(Element):
    """What is done about a finding, by whom, until when."""

    kind: ClassVar[str | None] = "action"
    id: Id
    source: ExerciseRecordId | None = None
    """The record of the exercise that showed the finding."""
    incident: IncidentId | None = None
    """The emergency that showed the finding, where it was no exercise."""
    finding: Annotated[Id, Refers("exercise-finding")]
    do: Prose
    owner: RoleId
    due_on: Day
    status: ActionStatus
    closed_on: Day | None = None
    evidence: Label | None = None


class ExercisePlan(Plan):
    """A file under plans/exercises/."""

    programme: tuple[Exercise, ...] = ()
    records: tuple[ExerciseRecord, ...] = ()
    incidents: tuple[Incident, ...] = ()
    actions: tuple[CorrectiveAction, ...] = ()
    measures: tuple[Measure, ...] = ()
