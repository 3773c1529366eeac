"""Which emergencies an exercise practised, in which version of their plans, and which none did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.analysis.facts import Facts
from generator.analysis.practice import practices
from generator.model.exercises import ExerciseRecord
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class PractisedRow:
    """An emergency that was practised, and the version that its plan had reached on that day, if the history says."""

    scenario: Scenario
    version: str | None

    @property
    def changed(self) -> bool:
        """Whether the plan has a later version now."""
        return self.version != self.scenario.control.version


@dataclass(frozen=True, slots=True)
class UnpractisedRow:
    """An emergency in use that no record practised, and the day for which an exercise of it is planned."""

    scenario: Scenario
    next_on: date | None


def practised_in(handbook: Handbook, record: ExerciseRecord) -> tuple[PractisedRow, ...]:
    """What an exercise practised; what the programme names since then is left out."""
    named = (handbook.scenarios[name] for name in handbook.exercises[record.exercise].scenarios)
    return tuple(
        PractisedRow(scenario, scenario.control.version_on(record.on))
        for scenario in named
        if scenario.control.began_by(record.on)
    )


def never_practised(facts: Facts) -> Iterator[UnpractisedRow]:
    """Emergencies in use without a record up to the day of the facts."""
    for practice in practices(facts.handbook, facts.as_of):
        if practice.last is None:
            yield UnpractisedRow(practice.scenario, practice.next_on(facts.as_of))
