"""How bad it is: grades with measurable criteria, who is told, who handles it, and by when."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.text import ChannelId, GradeId, Id, Label, OutsideBodyId, Prose, RoleId, TeamId


class Criterion(Element):
    """A fact that puts an incident into a grade, with its number where there is one."""

    when: Prose
    measure: Label | None = None
    at_least: float | None = None
    below: float | None = None
    unit: Label | None = None


class Grade(Covering):
    """A severity grade. Rank 1 is the worst."""

    kind: ClassVar[str | None] = "grade"
    id: Id
    title: Label
    rank: int = Field(ge=1, le=9, strict=True)
    meaning: Prose
    criteria: tuple[Criterion, ...]
    informs: tuple[RoleId, ...]
    handled_by: tuple[RoleId, ...]
    team: TeamId | None = None
    """The team that forms for it."""
    supervised_by: RoleId | None = None
    within: Duration
    """Time limit for handling the incident, from its report."""
    result_to: tuple[RoleId, ...] = ()
    result_to_outside: tuple[OutsideBodyId, ...] = ()
    updates_every: Duration


class EscalationStep(Element):
    """If nobody has answered `after` the report, notify the next role."""

    after: Duration
    notify: RoleId
    via: tuple[ChannelId, ...]
    says: Prose


class EscalationPath(Covering):
    """Who is told next when there is no answer; `after` grows strictly."""

    kind: ClassVar[str | None] = "escalation-path"
    id: Id
    title: Label
    grade: GradeId
    steps: tuple[EscalationStep, ...]


class SeverityPlan(Plan):
    """The file plans/severity.yml."""

    grades: tuple[Grade, ...]
    doubt: Prose
    """The rule when two grades seem possible."""
    declared_by: tuple[RoleId, ...]
    stood_down_by: tuple[RoleId, ...]
    intake: Prose
    """The one place where everybody reports."""
    escalation: tuple[EscalationPath, ...]
    measures: tuple[Measure, ...] = ()
