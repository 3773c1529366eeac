"""Which step publishes which statement, and how bad the emergencies are in which a statement is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.schedule import Schedule
from generator.model.communication import Statement, StatementKind
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario, Step
from generator.model.severity import Grade

OPEN_KINDS = frozenset(
    {
        StatementKind.HOLDING,
        StatementKind.UPDATE,
        StatementKind.RESULT,
        StatementKind.RUMOUR_REPLY,
        StatementKind.RECALL,
    }
)
"""Kinds of statements that everybody reads."""
PUBLIC_KINDS = OPEN_KINDS | {StatementKind.CUSTOMER_NOTICE}
"""Kinds of statements that are the word of the company; the others answer one person, staff or partners."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A step that publishes a statement; `number` is its place in `publishes`."""

    scenario: Scenario
    step: Step
    number: int
    statement: Statement
    limit: float
    """Minutes from the activation of the plan by which the step is done."""

    @property
    def public(self) -> bool:
        """Whether it is the word of the company to customers or everybody."""
        return self.statement.statement in PUBLIC_KINDS

    @property
    def open(self) -> bool:
        """Whether everybody reads it."""
        return self.statement.statement in OPEN_KINDS


def publications(handbook: Handbook, schedules: Mapping[str, Schedule]) -> tuple[Publication, ...]:
    """All publications of all scenarios, in order of writing."""
    return tuple(found for scenario in handbook.scenarios.values() for found in _of(scenario, handbook, schedules))


def _of(scenario: Scenario, handbook: Handbook, schedules: Mapping[str, Schedule]) -> Iterator[Publication]:
    timed = schedules[scenario.id].steps
    for step in scenario.steps:
        for number, name in enumerate(step.publishes):
            yield Publication(scenario, step, number, handbook.statements[name], timed[step.id].limit)


def used_statements(handbook: Handbook, scenario: Scenario) -> tuple[Statement, ...]:
    """The statements of a scenario, then those of other files that its steps publish."""
    own = {statement.id: statement for statement in scenario.statements}
    shared = {name: handbook.statements[name] for step in scenario.steps for name in step.publishes}
    return tuple((own | shared).values())


def worst_grade(handbook: Handbook, grades: Iterable[str]) -> Grade | None:
    """The worst of some grades, or None if there is none."""
    return min((handbook.grades[name] for name in grades), key=lambda grade: grade.rank, default=None)
