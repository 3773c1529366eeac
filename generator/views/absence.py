"""Who can be missed: what each emergency loses when one person, or any two, are out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isinf

from generator.analysis.absence import Absence
from generator.analysis.facts import Facts
from generator.analysis.staffing import StaffedStep
from generator.model.scenario import Scenario, Step


@dataclass(frozen=True, slots=True)
class LateStep:
    """A step that ends after its limit while somebody is out; minutes from activation."""

    step: Step
    limit: float
    ends: float

    @property
    def never(self) -> bool:
        """It waits for a step that nobody can do."""
        return isinf(self.ends)


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """What one emergency loses while these people are out."""

    people: tuple[str, ...]
    roles: tuple[tuple[str, ...], ...]
    """The roles of each of them, for a site that does not show people."""
    scenario: Scenario
    unmanned: tuple[Step, ...]
    late: tuple[LateStep, ...]


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """The table of absences. Of pairs only those are told that leave a step without anybody."""

    alone: tuple[AbsenceRow, ...]
    pairs: tuple[AbsenceRow, ...]
    pairs_late: int
    people: int


def view_absence(facts: Facts) -> AbsenceView:
    """Single people first, then pairs."""
    pairs = facts.pair_absences
    acting = {person for schedule in facts.staffed.values() for person in schedule.people}
    return AbsenceView(
        _rows(facts, facts.absences),
        _rows(facts, (absence for absence in pairs if absence.unmanned)),
        sum(1 for absence in pairs if not absence.unmanned),
        len(acting),
    )


def _rows(facts: Facts, absences: Iterable[Absence]) -> tuple[AbsenceRow, ...]:
    return tuple(sorted((_row(facts, a) for a in absences), key=lambda r: (not r.unmanned, r.people, r.scenario.id)))


def _row(facts: Facts, absence: Absence) -> AbsenceRow:
    scenario = facts.handbook.scenarios[absence.scenario]
    steps = {step.id: step for step in scenario.steps}
    return AbsenceRow(
        absence.people,
        tuple(_roles_of(facts, person) for person in absence.people),
        scenario,
        tuple(steps[name] for name in absence.unmanned),
        tuple(_late(steps, step) for step in absence.late),
    )


def _roles_of(facts: Facts, person: str) -> tuple[str, ...]:
    return tuple(assignment.role for assignment in facts.handbook.assignments_by_person.get(person, ()))


def _late(steps: dict[str, Step], staffed: StaffedStep) -> LateStep:
    return LateStep(steps[staffed.name], staffed.limit, staffed.end)
