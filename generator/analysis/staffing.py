"""Who does which step when: a schedule in which nobody does two things at once.

Each step needs one person for as long as it likely takes. Several holders of a role work side by side. Deputies step
in for absence only: while a role has a holder left, its steps wait for a holder who is free. Without a holder the
first holder of each deputy who is there takes over. A step that nobody can do never ends, and neither do those that
wait for it.

Steps are handed out one by one (serial schedule generation with the rule "latest finish first"): of the steps that
can be planned next, the one whose own limit, or the limit of what waits for it, leaves the least time; each gets the
first gap of the first person in the call order who has one. Where steps come out late, other orders are tried. The
result is a good schedule, not a proof that there is no better one.

A step that likely takes longer than a working day leaves its person time for other steps.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf
from typing import Any, NamedTuple

from generator.analysis.calls import holders
from generator.analysis.schedule import Schedule, is_later, waits_for
from generator.model.acts import PhaseId
from generator.model.handbook import Handbook
from generator.model.scenario import Step

NOBODY: frozenset[str] = frozenset()
_WORKING_DAY = 8 * 60.0


@dataclass(frozen=True, slots=True)
class Crew:
    """People who can be called upon by role, first to call in front, and the deputies of each role in order."""

    holders: Mapping[str, tuple[str, ...]]
    deputies: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, handbook: Handbook) -> Crew:
        return cls(
            {role: tuple(call.person.id for call in holders(handbook, role)) for role in handbook.roles},
            {role.id: role.deputies for role in handbook.roles.values()},
        )

    def available(self, role: str, absent: frozenset[str] = NOBODY) -> tuple[str, ...]:
        """Who does the steps of a role, first to call in front: its holders, or else a holder of each deputy."""
        own = tuple(person for person in self.holders[role] if person not in absent)
        return own or tuple(dict.fromkeys(self._stand_ins(role, absent)))

    def _stand_ins(self, role: str, absent: frozenset[str]) -> Iterator[str]:
        for deputy in self.deputies[role]:
            yield from [person for person in self.holders[deputy] if person not in absent][:1]

    def everybody(self, role: str) -> frozenset[str]:
        """All who can do the steps of a role, at worst as its deputy."""
        return frozenset(person for name in (role, *self.deputies[role]) for person in self.holders[name])


class Task(NamedTuple):
    """What the staffing needs to know of a step."""

    name: str
    role: str
    before: tuple[str, ...]
    minutes: float
    limit: float


class StaffedStep(NamedTuple):
    """A step with the person who does it; times are minutes from the activation, infinite if it is never done."""

    name: str
    person: str | None
    """None: nobody is left for it."""
    start: float
    end: float
    limit: float

    @property
    def late(self) -> bool:
        """Whether it ends, but after its limit."""
        return self.end < inf and is_later(self.end, self.limit)


@dataclass(frozen=True, slots=True)
class StaffedSchedule:
    """The steps of a scenario by id, in the order in which they were handed out."""

    steps: Mapping[str, StaffedStep]

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who does a step, each once."""
        return tuple(dict.fromkeys(step.person for step in self.steps.values() if step.person is not None))

    @property
    def unmanned(self) -> tuple[str, ...]:
        """Steps for which nobody is left."""
        return tuple(step.name for step in self.steps.values() if step.person is None)

    @property
    def late(self) -> tuple[StaffedStep, ...]:
        """Steps that end after their limit."""
        return tuple(step for step in self.steps.values() if step.late)

    @property
    def harmed(self) -> frozenset[str]:
        """Steps that nobody does, and late ones."""
        return frozenset(step.name for step in self.steps.values() if step.person is None or step.late)


def staffed(tasks: Iterable[Task], crew: Crew, absent: frozenset[str] = NOBODY) -> StaffedSchedule:
    """The schedule of tasks in the order of `tasks_of`. Costs one look per task and person of its role."""
    pools: dict[str, tuple[str, ...]] = {}
    taken: dict[str, list[tuple[float, float]]] = {}
    steps: dict[str, StaffedStep] = {}
    for name, role, before, minutes, limit in tasks:
        if role not in pools:
            pools[role] = crew.available(role, absent)
        ready = max([steps[earlier].end for earlier in before], default=0.0)
        binds = minutes <= _WORKING_DAY
        person, start = _first_free(pools[role], taken, ready, minutes if binds else 0.0)
        end = start + minutes
        if person is not None and binds:
            insort(taken.setdefault(person, []), (start, end))
        steps[name] = StaffedStep(name, person, start, end, limit)
    return StaffedSchedule(steps)


def _first_free(
    pool: tuple[str, ...], taken: Mapping[str, list[tuple[float, float]]], ready: float, minutes: float
) -> tuple[str | None, float]:
    """The first of the people who can begin soonest, and when."""
    best, start = None, inf
    for person in pool:
        begins = _first_gap(taken.get(person, ()), ready, minutes)
        if begins == ready:
            return person, ready
        if begins < start:
            best, start = person, begins
    return best, start


def _first_gap(taken: Iterable[tuple[float, float]], ready: float, minutes: float) -> float:
    """When somebody with these sorted engagements has time of this length, from `ready` on."""
    for start, end in taken:
        if ready + minutes <= start:
            break
        ready = max(ready, end)
    return ready


def tasks_of(timed: Schedule) -> tuple[Task, ...]:
    """The steps of a scenario in the order in which they are handed out: most pressing first, none before its time."""
    before = {name: waits_for(item.step) for name, item in timed.steps.items()}
    written = {name: number for number, name in enumerate(timed.steps)}
    dues = _dues(timed, before, _in_order(before, written))
    return tuple(
        Task(name, item.step.responsible, before[name], item.step.takes.likely.minutes, item.limit)
        for name in _in_order(before, {name: (dues[name], written[name]) for name in written})
        if (item := timed.steps[name])
    )


def improved(tasks: tuple[Task, ...], crew: Crew) -> tuple[Task, ...]:
    """An order with fewer late steps where there is one: each late step is tried first, with what it waits for."""
    late = staffed(tasks, crew).late
    best = len(late)
    for step in late:
        other = _pulled_forward(tasks, step.name)
        if best and (left := len(staffed(other, crew).late)) < best:
            tasks, best = other, left
    return tasks


def _pulled_forward(tasks: tuple[Task, ...], name: str) -> tuple[Task, ...]:
    wanted = {name}
    for task in reversed(tasks):
        if task.name in wanted:
            wanted.update(task.before)
    return tuple(sorted(tasks, key=lambda task: task.name not in wanted))


def _dues(timed: Schedule, before: Mapping[str, tuple[str, ...]], order: Sequence[str]) -> dict[str, float]:
    """When each step must have ended so that neither its limit nor one that waits for it is missed."""
    dues = {name: item.limit for name, item in timed.steps.items()}
    for name in reversed(order):
        latest_start = dues[name] - timed.steps[name].step.takes.likely.minutes
        for earlier in before[name]:
            dues[earlier] = min(dues[earlier], latest_start)
    return dues


def _in_order(before: Mapping[str, tuple[str, ...]], rank: Mapping[str, Any]) -> list[str]:
    """Names by rank, but each after those it waits for."""
    open_before = {name: len(earlier) for name, earlier in before.items()}
    followers: dict[str, list[str]] = {}
    for name, earlier in before.items():
        for other in earlier:
            followers.setdefault(other, []).append(name)
    ready = [(rank[name], name) for name, count in open_before.items() if not count]
    heapify(ready)
    order = []
    while ready:
        _, name = heappop(ready)
        order.append(name)
        for follower in followers.get(name, ()):
            open_before[follower] -= 1
            if not open_before[follower]:
                heappush(ready, (rank[follower], follower))
    return order


@dataclass(frozen=True, slots=True)
class Clash:
    """A step begins later than it could, because its person is still busy with another."""

    waiting: StaffedStep
    busy_with: StaffedStep


def clash_before(staffing: StaffedSchedule, timed: Schedule, late: str) -> Clash | None:
    """The clash that delays a step: at the step itself, or at the latest of those it waits for."""
    name: str | None = late
    while name is not None:
        step, before = staffing.steps[name], waits_for(timed.steps[name].step)
        last = max((staffing.steps[earlier] for earlier in before), key=lambda other: other.end, default=None)
        if is_later(step.start, last.end if last else 0.0):
            others = [other for other in staffing.steps.values() if other.person == step.person and other is not step]
            return Clash(step, max((o for o in others if o.start < step.start), key=lambda other: other.end))
        name = last.name if last else None
    return None


def acting_first(handbook: Handbook) -> Mapping[str, tuple[Step, ...]]:
    """By role, the steps it does before the recovery begins, in all scenarios."""
    found: dict[str, list[Step]] = {}
    for scenario in handbook.scenarios.values():
        for phase in scenario.phases:
            if phase.id.place < PhaseId.RECOVER.place:
                for step in phase.steps:
                    found.setdefault(step.responsible, []).append(step)
    return {role: tuple(steps) for role, steps in found.items()}
