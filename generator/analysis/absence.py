"""What happens to each scenario when one or two people are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.analysis.staffing import NOBODY, Crew, StaffedSchedule, StaffedStep, Task, staffed

Tasks = Mapping[str, tuple[Task, ...]]
Schedules = Mapping[str, StaffedSchedule]


@dataclass(frozen=True, slots=True)
class Absence:
    """What goes wrong in one scenario while `people` are out that goes well when fewer of them are."""

    people: tuple[str, ...]
    scenario: str
    unmanned: tuple[str, ...]
    """Steps for which nobody is left."""
    late: tuple[StaffedStep, ...]
    """Steps that end after their limit."""


def absences(tasks: Tasks, full: Schedules, crew: Crew) -> tuple[Absence, ...]:
    """Every single person out, by scenario; what causes no harm is left out.

    Who does nothing in a schedule is not missed in it: it stays as it is. So only those who act in a scenario are
    taken out of it. Costs one schedule per scenario and person who acts in it.
    """
    return tuple(
        row
        for scenario, schedule in full.items()
        for person in schedule.people
        if (row := _row((person,), scenario, _alone(person, tasks[scenario], crew), schedule.harmed))
    )


def pair_absences(tasks: Tasks, full: Schedules, crew: Crew) -> tuple[Absence, ...]:
    """Every pair of people out, by scenario; only harm that neither of the two does alone.

    The second person is one who acts while the first is out; any other second person changes nothing. Costs one
    schedule per scenario and pair of people who act in it.
    """
    return tuple(chain.from_iterable(_pairs(name, tasks[name], schedule, crew) for name, schedule in full.items()))


def _pairs(scenario: str, tasks: tuple[Task, ...], full: StaffedSchedule, crew: Crew) -> Iterator[Absence]:
    alone = {person: _alone(person, tasks, crew) for person in full.people}
    harmed = {person: schedule.harmed for person, schedule in alone.items()}
    pairs = {tuple(sorted((person, other))) for person, without in alone.items() for other in without.people}
    for first, second in sorted(pairs):
        known = full.harmed | harmed.get(first, NOBODY) | harmed.get(second, NOBODY)
        row = _row((first, second), scenario, staffed(tasks, crew, frozenset((first, second))), known)
        if row:
            yield row


def _alone(person: str, tasks: tuple[Task, ...], crew: Crew) -> StaffedSchedule:
    return staffed(tasks, crew, frozenset((person,)))


def _row(people: tuple[str, ...], scenario: str, found: StaffedSchedule, known: frozenset[str]) -> Absence | None:
    """What happens besides the steps that are known to go wrong, or None."""
    if found.harmed <= known:
        return None
    late = tuple(step for step in found.late if step.name not in known)
    return Absence(people, scenario, tuple(name for name in found.unmanned if name not in known), late)
