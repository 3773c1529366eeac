"""Risks, the peak-day timetable, the glossary, and the requirements the handbook answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from generator.model.control import Plan
from generator.model.element import Covering, Element, Measure, Term
from generator.model.text import Id, Label, Plain, Prose, RoleId, ScenarioId, TimeOfDay

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


class ConductPlan(Plan):
    """The file plans/conduct.yml: scope, principles and what follows every emergency."""

    purpose: Prose
    scope: Prose
    principles: tuple[Prose, ...]
    measures: tuple[Measure, ...]


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
