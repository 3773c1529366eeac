"""Whether the steps of a plan meet a legal clock, with the plan at its slowest.

slack = deadline - (escalation with nobody answering before the last call + worst end of the step + approvals)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.analysis.alarm import paths_of
from generator.analysis.calendars import longest_minutes, may_exceed, shortest_minutes
from generator.analysis.schedule import Schedule
from generator.model.acts import Act
from generator.model.duration import Duration
from generator.model.handbook import Handbook
from generator.model.legal import ClockStart, Obligation
from generator.model.scenario import Scenario, Step
from generator.model.severity import EscalationStep

_APPROVALS = (Act.APPROVE, Act.APPROVE_LEGAL)
Earlier = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Clock:
    """An obligation and a step that fulfils it. Minutes count from the start of the clock.

    `limit` is the promise written in the plan. `worst` adds up `escalation`, `work` and `approval`. `deadline` is the
    limit of the law at its shortest, None if the law says "at once".
    """

    scenario: Scenario
    obligation: Obligation
    step: Step
    origin: Step | None
    """The step whose end starts the clock; None: the activation of the plan."""
    deadline: float | None
    limit: float
    escalation: float
    last_call: EscalationStep | None
    work: float
    approval: float
    limit_too_late: bool
    """The promise of the plan can end after the deadline."""
    limit_after_company: bool
    """The promise of the plan can end after the limit that the company has set itself."""

    @property
    def worst(self) -> float:
        """Minutes until the step is done, with the plan at its slowest."""
        return self.escalation + self.work + self.approval

    @property
    def slack(self) -> float | None:
        """Minutes that are left at worst; None without a deadline."""
        return None if self.deadline is None else self.deadline - self.worst


@dataclass(frozen=True, slots=True)
class _Plan:
    """A scenario with its times."""

    handbook: Handbook
    scenario: Scenario
    timed: Schedule
    earlier: Earlier
    years: range


def clocks(
    handbook: Handbook, schedules: Mapping[str, Schedule], earlier: Mapping[str, Earlier], as_of: date
) -> tuple[Clock, ...]:
    """A clock for each obligation of each scenario and each step that fulfils it."""
    years = range(as_of.year, as_of.year + 2)
    plans = (_Plan(handbook, s, schedules[name], earlier[name], years) for name, s in handbook.scenarios.items())
    return tuple(
        _clock(plan, handbook.obligations[name], step)
        for plan in plans
        for name in notified(plan.scenario)
        for step in first_reports(plan.scenario, name)
    )


def notified(scenario: Scenario) -> tuple[str, ...]:
    """Ids of the obligations that steps of a scenario fulfil, each once."""
    return tuple(dict.fromkeys(name for step in scenario.steps for name in step.notifies))


def reported(scenario: Scenario) -> frozenset[str]:
    """Ids of the obligations that a scenario fulfils by more than a determination."""
    return frozenset(name for step in scenario.steps if step.act is not Act.DETERMINE for name in step.notifies)


def first_reports(scenario: Scenario, obligation: str) -> tuple[Step, ...]:
    """Steps that fulfil an obligation; those that close it later do not count beside the others."""
    steps = tuple(step for step in scenario.steps if obligation in step.notifies)
    return tuple(step for step in steps if step.act is not Act.CLOSE_REPORT) or steps


def places_of(handbook: Handbook, obligation: Obligation) -> tuple[str | None, ...]:
    """Where the business days of an obligation are counted: at its recipients, or else where the company works."""
    home = handbook.settings.place
    return tuple(handbook.outside_bodies[body].place or home for body in obligation.recipients) or (home,)


def last_call(handbook: Handbook, scenario: Scenario) -> EscalationStep | None:
    """The call that somebody answers at worst: the last one on the path of the mildest grade."""
    grades = [handbook.grades[rule.grade] for rule in scenario.severity]
    mildest = max(grades, key=lambda grade: grade.rank, default=None)
    paths = paths_of(handbook, mildest.id) if mildest else ()
    return max((step for path in paths for step in path.steps), key=lambda step: step.after.minutes, default=None)


def _clock(plan: _Plan, obligation: Obligation, step: Step) -> Clock:
    origin = _origin(plan, obligation, step)
    # Whoever receives a paper has answered; a determination and the end of the handling come after the alarm.
    waits = origin is None and obligation.starts_at is not ClockStart.RECEIPT
    call = last_call(plan.handbook, plan.scenario) if waits else None
    begun = plan.timed.steps[origin.id].worst_end if origin else 0.0
    places = places_of(plan.handbook, obligation)
    deadline = obligation.deadline
    return Clock(
        plan.scenario,
        obligation,
        step,
        origin,
        min(shortest_minutes(deadline, place, plan.years) for place in places) if deadline else None,
        _limit(plan, step, origin),
        call.after.minutes if call else 0.0,
        call,
        max(plan.timed.steps[step.id].worst_end - begun, 0.0),
        _approval(plan, step),
        deadline is not None and any(_limit_exceeds(plan, step, origin, deadline, place) for place in places),
        _limit_exceeds(plan, step, origin, obligation.company_limit, plan.handbook.settings.place),
    )


def _origin(plan: _Plan, obligation: Obligation, step: Step) -> Step | None:
    before = plan.earlier[step.id]
    if obligation.starts_at is ClockStart.DETERMINATION:
        steps = [s for s in plan.scenario.steps if s.act is Act.DETERMINE and s.id in before]
    elif obligation.starts_at is ClockStart.END_OF_HANDLING:
        steps = [s for s in plan.scenario.steps if s.act is Act.STAND_DOWN]
    else:
        return None
    return max(steps, key=lambda s: plan.timed.steps[s.id].worst_end, default=None)


def _limit_exceeds(plan: _Plan, step: Step, origin: Step | None, limit: Duration, place: str | None) -> bool:
    if _counts_from(step, origin):
        return may_exceed(step.within, limit, place, plan.years)
    return _limit(plan, step, origin) > shortest_minutes(limit, place, plan.years)


def _counts_from(step: Step, origin: Step | None) -> bool:
    return step.since == (origin.id if origin else None)


def _limit(plan: _Plan, step: Step, origin: Step | None) -> float:
    """Minutes from the start of the clock to the promise of a step, where its own lengths are at their longest."""
    total = 0.0
    for link in _chain(plan, step):
        total += longest_minutes(link.within, plan.handbook.settings.place, plan.years)
        if origin and link.since == origin.id:
            return total
    return max(total - _limit(plan, origin, None), 0.0) if origin else total


def _chain(plan: _Plan, step: Step) -> Iterator[Step]:
    """A step and those its limit is counted from."""
    yield step
    while step.since:
        step = plan.timed.steps[step.since].step
        yield step


def _approval(plan: _Plan, step: Step) -> float:
    """Minutes of the longest approval path among the statements of a step that nobody has approved before."""
    if any(plan.timed.steps[name].step.act in _APPROVALS for name in plan.earlier[step.id]):
        return 0.0
    statements = (plan.handbook.statements[name] for name in step.publishes)
    paths = (plan.handbook.approval_paths[s.approval] for s in statements if s.approval)
    return max((sum(check.within.minutes for check in path.steps) for path in paths), default=0.0)
