"""What a scenario must reach as a whole: its end within its grade, and its systems back within their rto."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.schedule import Schedule, ScheduledStep
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.model.severity import Grade
from generator.model.technical import System


@dataclass(frozen=True, slots=True)
class Return:
    """A system works again: the step that brings it back first, and the place of the system in `restores`."""

    system: System
    by: ScheduledStep
    number: int


def longest_grade(handbook: Handbook, scenario: Scenario) -> Grade | None:
    """Of the grades a scenario can have, the one that leaves most time."""
    grades = [handbook.grades[rule.grade] for rule in scenario.severity]
    return max(grades, key=lambda grade: grade.within.minutes, default=None)


def returns(handbook: Handbook, timed: Schedule) -> tuple[Return, ...]:
    """Every system that a scenario brings back, once."""
    first: dict[str, Return] = {}
    for item in sorted(timed.steps.values(), key=lambda step: step.ends):
        for number, system in enumerate(item.step.restores):
            first.setdefault(system, Return(handbook.systems[system], item, number))
    return tuple(first.values())
