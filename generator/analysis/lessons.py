"""What exercises and emergencies showed, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
