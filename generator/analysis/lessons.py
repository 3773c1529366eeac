"""What exercises and emergencies showed, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.control import Plan, Revision, add
from generator.model.duration import Duration
from generator.model.exercises import CorrectiveAction, ExerciseFinding, ExerciseRecord, Incident
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Lesson:
    """A finding, the record or emergency that showed it, and the corrective actions for it."""

    finding: ExerciseFinding
    source: ExerciseRecord | Incident
    actions: tuple[CorrectiveAction, ...]

    @property
    def on(self) -> date:
        """The day on which it showed."""
        return self.source.on if isinstance(self.source, ExerciseRecord) else self.source.began_on


def lessons(handbook: Handbook) -> Iterator[Lesson]:
    """Every finding of every record and emergency."""
    actions: dict[str, list[CorrectiveAction]] = {}
    for action in handbook.corrective_actions.values():
        actions.setdefault(action.finding, []).append(action)
    sources: list[ExerciseRecord | Incident] = [*handbook.exercise_records.values(), *handbook.incidents.values()]
    for source in sources:
        for finding in source.findings:
            yield Lesson(finding, source, tuple(actions.get(finding.id, ())))


class DemandState(StrEnum):
    """Whether a plan was changed as a finding demands."""

    MET = "met"
    OPEN = "open"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Demand:
    """A finding that demands a change of a plan, and the revision that meets the demand.

    `path` leads from the finding to the demand. `met_by` names the finding and is not older than what showed it;
    `older` names it too, but was made before anybody could know.
    """

    lesson: Lesson
    plan: Plan
    path: tuple[str, int]
    met_by: Revision | None
    older: Revision | None

    def due_on(self, within: Duration) -> date:
        """The last day of a demand that must be met within a time."""
        return add(self.lesson.on, within)

    def state(self, as_of: date, within: Duration) -> DemandState:
        """Late from the day after it was due."""
        if self.met_by is not None:
            return DemandState.MET
        return DemandState.OPEN if as_of <= self.due_on(within) else DemandState.LATE


def demands(handbook: Handbook) -> Iterator[Demand]:
    """Every demand of a finding on a plan that is in use."""
    for lesson in lessons(handbook):
        for plan, path in _demanded(lesson.finding, handbook):
            if not plan.control.retired:
                yield _demand(lesson, plan, path)


def _demanded(finding: ExerciseFinding, handbook: Handbook) -> Iterator[tuple[Plan, tuple[str, int]]]:
    for number, name in enumerate(finding.changes_plans):
        yield handbook.other_plans[name], ("changes_plans", number)
    for number, name in enumerate(finding.changes_scenarios):
        yield handbook.scenarios[name], ("changes_scenarios", number)


def _demand(lesson: Lesson, plan: Plan, path: tuple[str, int]) -> Demand:
    naming = [revision for revision in plan.control.history if lesson.finding.id in revision.resolves]
    met_by = next((revision for revision in naming if revision.on >= lesson.on), None)
    return Demand(lesson, plan, path, met_by, next((r for r in naming if r.on < lesson.on), None))
