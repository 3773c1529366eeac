"""Who has which part in which step: one list of duties from which every responsibility table is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.schedule import Schedule
from generator.model.acts import PhaseId
from generator.model.scenario import Scenario, Step


class Letter(StrEnum):
    """Parts in a step, strongest first."""

    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    CONSULTED = "C"
    INFORMED = "I"


@dataclass(frozen=True, slots=True)
class Duty:
    """The part of one role in one step; a role that is both responsible and accountable has two letters."""

    role: str
    letters: tuple[Letter, ...]
    scenario: Scenario
    phase: PhaseId
    step: Step
    limit: float
    """Minutes from the activation of the plan."""

    @property
    def acts(self) -> bool:
        """Whether the role does the step or answers for it."""
        return Letter.RESPONSIBLE in self.letters or Letter.ACCOUNTABLE in self.letters


def letters_of(step: Step) -> dict[str, tuple[Letter, ...]]:
    """The letters of each role in a step."""
    found: dict[str, list[Letter]] = {step.responsible: [Letter.RESPONSIBLE]}
    found.setdefault(step.accountable, []).append(Letter.ACCOUNTABLE)
    for role in step.consulted:
        found.setdefault(role, []).append(Letter.CONSULTED)
    for role in step.informed:
        found.setdefault(role, []).append(Letter.INFORMED)
    return {role: tuple(letters) for role, letters in found.items()}


def duties(scenario: Scenario, timed: Schedule) -> tuple[Duty, ...]:
    """All duties of a scenario in order of writing."""
    return tuple(
        Duty(role, letters, scenario, phase.id, step, timed.steps[step.id].limit)
        for phase in scenario.phases
        for step in phase.steps
        for role, letters in letters_of(step).items()
    )


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The duties of one role in one scenario: how many, and the tightest limit where the role acts."""

    count: int
    acting: int
    tightest: float | None

    @property
    def heat(self) -> int:
        """0 (only asked or told) to 4 (seven steps or more), for colouring."""
        return sum(self.acting >= least for least in (1, 2, 4, 7))


def matrix(all_duties: Mapping[str, tuple[Duty, ...]]) -> dict[tuple[str, str], MatrixCell]:
    """Cells of the table roles × scenarios by (role, scenario); empty cells are left out."""
    grouped: dict[tuple[str, str], list[Duty]] = {}
    for scenario_id, of_scenario in all_duties.items():
        for duty in of_scenario:
            grouped.setdefault((duty.role, scenario_id), []).append(duty)
    return {key: _cell(of_cell) for key, of_cell in grouped.items()}


def _cell(of_cell: list[Duty]) -> MatrixCell:
    acting = [duty for duty in of_cell if duty.acts]
    return MatrixCell(len(of_cell), len(acting), min((duty.limit for duty in acting), default=None))
