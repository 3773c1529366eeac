"""When each step of a scenario begins and ends, and which steps decide the length of the whole.

Precedence network with one likely duration a step (critical path method); limits are those written in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from generator.model.scenario import Scenario, Step

_ROUNDING = 1e-6


def is_later(end: float, limit: float) -> bool:
    """Whether an end lies after a limit, apart from rounding."""
    return end - limit > _ROUNDING


@dataclass(frozen=True, slots=True)
class ScheduledStep:
    """A step in time; all times are minutes from the activation of the plan."""

    step: Step
    starts: float
    ends: float
    worst_end: float
    limit: float

    @property
    def late(self) -> bool:
        """Whether the limit is missed even if everything takes as long as it likely does."""
        return is_later(self.ends, self.limit)

    @property
    def late_at_worst(self) -> bool:
        """Whether the limit is missed only if everything takes as long as it can."""
        return not self.late and is_later(self.worst_end, self.limit)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The steps of a scenario by id, in order of writing."""

    steps: Mapping[str, ScheduledStep]
    critical: tuple[str, ...]

    @property
    def length(self) -> float:
        """Minutes until the last step has likely ended."""
        return max((step.ends for step in self.steps.values()), default=0)

    def by_limit(self) -> tuple[ScheduledStep, ...]:
        """Steps in the order in which they are due."""
        return tuple(sorted(self.steps.values(), key=lambda s: (s.limit, s.starts)))


def schedule(scenario: Scenario) -> Schedule:
    """The earliest schedule of a scenario whose steps have no cycle."""
    steps = {step.id: step for step in scenario.steps}
    timed: dict[str, ScheduledStep] = {}
    for name in TopologicalSorter({key: waits_for(step) for key, step in steps.items()}).static_order():
        timed[name] = _timed(steps[name], timed)
    return Schedule({name: timed[name] for name in steps}, _critical(timed))


def waits_for(step: Step) -> tuple[str, ...]:
    """Ids of the steps that must end before this one begins, each once, in order of writing."""
    return tuple(dict.fromkeys((*step.after, *((step.since,) if step.since else ()))))


def _timed(step: Step, timed: Mapping[str, ScheduledStep]) -> ScheduledStep:
    before = [timed[name] for name in waits_for(step)]
    starts = max((earlier.ends for earlier in before), default=0.0)
    worst_start = max((earlier.worst_end for earlier in before), default=0.0)
    counted_from = timed[step.since].limit if step.since else 0.0
    return ScheduledStep(
        step,
        starts,
        starts + step.takes.likely.minutes,
        worst_start + step.takes.worst.minutes,
        counted_from + step.within.minutes,
    )


def _critical(timed: Mapping[str, ScheduledStep]) -> tuple[str, ...]:
    """The chain of steps that ends last, first step first."""
    if not timed:
        return ()
    chain = [max(timed.values(), key=lambda s: s.ends)]
    while before := [timed[name] for name in waits_for(chain[-1].step)]:
        chain.append(max(before, key=lambda s: s.ends))
    return tuple(step.step.id for step in reversed(chain))
