"""What happens to each scenario when one or two people are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.analysis.staffing import Crew, StaffedSchedule, StaffedStep, Task, staffed

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
        if (row := _row((person,), scenario, staffed(tasks[scenario], crew, frozenset((person,))), schedule.harmed))
    )


def pair_absences(tasks: Tasks, full: Schedules, crew: Crew) -> tuple[Absence, ...]:
    """Every pair of people out, by scenario; only harm that neither of the two does alone.

    The second person is one who acts while the first is out; any other second person changes nothing. Where the two
    gaps are filled by different people and no time changes, both can be filled at once, and nothing is worked out
    again. Costs at most one schedule per scenario and pair of people who act in it, as a rule a quarter of that.
    """
    return tuple(chain.from_iterable(_pairs(name, tasks[name], schedule, crew) for name, schedule in full.items()))


@dataclass(frozen=True, slots=True)
class _Gap:
    """One person out: the schedule without, who then has other work, and whether a step ends at another time."""

    schedule: StaffedSchedule
    moved: frozenset[str]
    shifted: bool

    def touches(self, other: _Gap) -> bool:
        return self.shifted or other.shifted or not self.moved.isdisjoint(other.moved)


def _pairs(scenario: str, tasks: tuple[Task, ...], full: StaffedSchedule, crew: Crew) -> Iterator[Absence]:
    gaps = {person: _gap(person, full, staffed(tasks, crew, frozenset((person,)))) for person in full.people}
    pairs = {tuple(sorted((person, other))) for person, gap in gaps.items() for other in gap.schedule.people}
    for first, second in sorted(pairs):
        one, other = (gaps.get(person) or _Gap(full, frozenset((person,)), False) for person in (first, second))
        if one.touches(other):
            without = staffed(tasks, crew, frozenset((first, second)))
            known = full.harmed | one.schedule.harmed | other.schedule.harmed
            if row := _row((first, second), scenario, without, known):
                yield row


def _gap(person: str, full: StaffedSchedule, without: StaffedSchedule) -> _Gap:
    changed = [step for step in without.steps.values() if step.person != full.steps[step.name].person]
    moved = {person, *(doer for step in changed for doer in (step.person, full.steps[step.name].person) if doer)}
    shifted = any(step.end != full.steps[step.name].end for step in without.steps.values())
    return _Gap(without, frozenset(moved), shifted)


def _row(people: tuple[str, ...], scenario: str, found: StaffedSchedule, known: frozenset[str]) -> Absence | None:
    """What happens besides the steps that are known to go wrong, or None."""
    if found.harmed <= known:
        return None
    late = tuple(step for step in found.late if step.name not in known)
    return Absence(people, scenario, tuple(name for name in found.unmanned if name not in known), late)
