"""The page of one emergency, and the rows it shares with the role pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.calls import Call, call_order
from generator.analysis.duties import Letter, letters_of
from generator.analysis.facts import Facts
from generator.analysis.reach import lost_channels
from generator.analysis.schedule import Schedule, ScheduledStep
from generator.model.acts import Part
from generator.model.communication import Channel
from generator.model.exercises import Exercise, ExerciseRecord
from generator.model.governance import Risk
from generator.model.legal import Obligation
from generator.model.remediation import Remedy, Tier
from generator.model.scenario import GradeRule, Phase, RemedyRule, Scenario
from generator.model.settings import ScenarioGroup
from generator.model.severity import Grade
from generator.views.statements import StatementRow, statement_row

FIRST_MINUTES = 10
_FEWEST_FIRST_STEPS = 2


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as a reader follows it."""

    number: int
    timed: ScheduledStep
    calls: tuple[Call, ...]
    critical: bool


@dataclass(frozen=True, slots=True)
class PhaseRows:
    """A phase with its steps."""

    phase: Phase
    rows: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Letters of each role column in one step; an empty tuple where the role has no part."""

    number: int
    timed: ScheduledStep
    letters: tuple[tuple[Letter, ...], ...]


@dataclass(frozen=True, slots=True)
class ScenarioMatrix:
    """The table steps × roles."""

    roles: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """When a grade applies here, and what it means."""

    rule: GradeRule
    grade: Grade


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """What a customer gets, from whom and up to which amount."""

    rule: RemedyRule
    remedy: Remedy
    tier: Tier


@dataclass(frozen=True, slots=True)
class OmittedPart:
    """A part of the plan that does not apply, and why."""

    part: Part
    reason: str


@dataclass(frozen=True)
class ScenarioView:
    """Everything on the page of one scenario."""

    scenario: Scenario
    group: ScenarioGroup
    grades: tuple[GradeRow, ...]
    first: tuple[StepRow, ...]
    phases: tuple[PhaseRows, ...]
    matrix: ScenarioMatrix
    schedule: Schedule
    statements: tuple[StatementRow, ...]
    obligations: tuple[Obligation, ...]
    remedies: tuple[RemedyRow, ...]
    omitted: tuple[OmittedPart, ...]
    lost: tuple[Channel, ...]
    exercises: tuple[Exercise, ...]
    records: tuple[ExerciseRecord, ...]
    risks: tuple[Risk, ...]
    command_calls: tuple[Call, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """Numbers of the steps by id."""
        return {row.timed.step.id: row.number for phase in self.phases for row in phase.rows}


def view_scenario(facts: Facts, scenario: Scenario) -> ScenarioView:
    """The view of one scenario."""
    book, schedule = facts.handbook, facts.schedules[scenario.id]
    phases = tuple(_phases(facts, scenario, schedule))
    rows = tuple(row for phase in phases for row in phase.rows)
    exercises = tuple(e for e in book.exercises.values() if scenario.id in e.scenarios)
    held = {exercise.id for exercise in exercises}
    grades = (GradeRow(rule, book.grades[rule.grade]) for rule in scenario.severity)
    return ScenarioView(
        scenario=scenario,
        group=book.scenario_groups[scenario.group],
        grades=tuple(sorted(grades, key=lambda row: row.grade.rank)),
        first=_first(rows),
        phases=phases,
        matrix=scenario_matrix(rows),
        schedule=schedule,
        statements=tuple(statement_row(book, statement) for statement in scenario.statements),
        obligations=tuple(book.obligations[name] for name in scenario.obligations),
        remedies=tuple(_remedies(facts, scenario)),
        omitted=tuple(
            OmittedPart(part, reason)
            for part in Part
            if (reason := getattr(scenario.not_applicable, part.value)) is not None
        ),
        lost=lost_channels(book, scenario.fails),
        exercises=exercises,
        records=tuple(
            r for r in book.exercise_records.values() if r.exercise in held and scenario.control.began_by(r.on)
        ),
        risks=tuple(risk for risk in book.risks.values() if scenario.id in risk.scenarios),
        command_calls=call_order(book, scenario.commander),
    )


def _phases(facts: Facts, scenario: Scenario, schedule: Schedule) -> Iterator[PhaseRows]:
    number = 0
    for phase in scenario.phases:
        rows = []
        for step in phase.steps:
            number += 1
            calls = call_order(facts.handbook, step.responsible)
            rows.append(StepRow(number, schedule.steps[step.id], calls, step.id in schedule.critical))
        yield PhaseRows(phase, tuple(rows))


def _first(rows: tuple[StepRow, ...]) -> tuple[StepRow, ...]:
    """What is due in the first ten minutes, or else the soonest steps; in order of their limits."""
    soonest = sorted(rows, key=lambda row: (row.timed.limit, row.timed.starts, row.number))
    due = tuple(row for row in soonest if row.timed.limit <= FIRST_MINUTES)
    return due if len(due) >= _FEWEST_FIRST_STEPS else tuple(soonest[:_FEWEST_FIRST_STEPS])


def scenario_matrix(rows: tuple[StepRow, ...]) -> ScenarioMatrix:
    """Steps × roles; roles in the order in which they first have a part."""
    letters = [letters_of(row.timed.step) for row in rows]
    roles = tuple(dict.fromkeys(role for of_step in letters for role in of_step))
    return ScenarioMatrix(
        roles,
        tuple(
            MatrixRow(row.number, row.timed, tuple(of_step.get(role, ()) for role in roles))
            for row, of_step in zip(rows, letters, strict=True)
        ),
    )


def _remedies(facts: Facts, scenario: Scenario) -> Iterator[RemedyRow]:
    for rule in scenario.remedies:
        remedy = facts.handbook.remedies[rule.remedy]
        yield RemedyRow(rule, remedy, facts.handbook.tiers[remedy.tier])
