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
    """The fact in words; it must be true or false, not a feeling."""
    measure: Label | None = None
    """What is counted, such as "orders per hour"; the same words in every grade."""
    at_least: float | None = None
    """The number from which it applies, included."""
    below: float | None = None
    """The number from which it no longer applies."""
    unit: Label | None = None
    """The unit of the numbers, such as "persons" or "min"."""


class Grade(Covering):
    """A severity grade. Rank 1 is the worst."""

    kind: ClassVar[str | None] = "grade"
    id: Id
    title: Label
    rank: int = Field(ge=1, le=9, strict=True)
    """1 is the worst; each milder grade has the next number."""
    meaning: Prose
    """What the grade means for people and the company."""
    criteria: tuple[Criterion, ...]
    """Facts any one of which puts an incident into this grade."""
    informs: tuple[RoleId, ...]
    """Roles that are told at once."""
    handled_by: tuple[RoleId, ...]
    """Roles that handle it."""
    team: TeamId | None = None
    """The team that forms for it."""
    supervised_by: RoleId | None = None
    """The role that watches over the handling."""
    within: Duration
    """Time limit for handling the incident, from its report."""
    result_to: tuple[RoleId, ...] = ()
    """Roles that hear the result."""
    result_to_outside: tuple[OutsideBodyId, ...] = ()
    """Outside bodies that hear the result."""
    updates_every: Duration
    """Time between two reports on the state of things, such as `30 min`."""


class EscalationStep(Element):
    """If nobody has answered `after` the report, notify the next role."""

    after: Duration
    """Time since the report; `0 min` for the first call."""
    notify: RoleId
    """The role to call."""
    via: tuple[ChannelId, ...]
    """Channels to try, in order."""
    says: Prose
    """What to say in the call."""


class EscalationPath(Covering):
    """Who is told next when there is no answer; `after` grows strictly."""

    kind: ClassVar[str | None] = "escalation-path"
    id: Id
    title: Label
    grade: GradeId
    """The grade it is for."""
    steps: tuple[EscalationStep, ...]
    """Calls, in order of time."""


class SeverityPlan(Plan):
    """The file plans/severity.yml."""

    grades: tuple[Grade, ...]
    """Grades from the worst to the mildest."""
    doubt: Prose
    """The rule when two grades seem possible."""
    declared_by: tuple[RoleId, ...]
    """Roles that may set or change a grade."""
    stood_down_by: tuple[RoleId, ...]
    """Roles that may declare an emergency over."""
    intake: Prose
    """The one place where everybody reports."""
    escalation: tuple[EscalationPath, ...]
    """Who is called next when nobody answers, one path for each grade."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that grading works."""
