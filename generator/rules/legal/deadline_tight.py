"""The plan can just meet a legal deadline, with too little time in reserve.

For each step that `notifies` an obligation with a deadline, the share `deadline_reserve` of the deadline stays free in
the worst case: last call of the escalation path + worst end of the step + approvals (see `deadline-missed`).

## Why

Estimates are made on a calm day. A portal that does not open, a question of the authority or one more version of the
text eats the last minutes. With no reserve the first surprise breaks the deadline.

## How to fix

Start the report earlier: let its step wait for fewer steps under `after`, shorten the escalation path, or let a first
report with the known facts go out before the full one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import Clock
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: a fifth of every statutory deadline stays free",)
THRESHOLDS = ("deadline_reserve",)


def check(facts: Facts) -> Iterator[Problem]:
    share = facts.handbook.settings.thresholds.deadline_reserve
    for clock in facts.clocks:
        if clock.deadline is not None and not clock.limit_too_late:
            left, wanted = clock.deadline - clock.worst, share * clock.deadline
            if 0 <= left < wanted:
                yield _problem(clock, left, wanted)


def _problem(clock: Clock, left: float, wanted: float) -> Problem:
    step, obligation = clock.step, clock.obligation
    related = [Related(Place.of(obligation, "deadline"), "the deadline of the law")]
    if clock.last_call:
        related.append(Related(Place.of(clock.last_call, "after"), "the last call of the escalation path"))
    return Problem(
        Place.of(step, "takes"),
        f"At worst `{step.id}` is done {Duration.spell(clock.worst)} after the start of the clock; of the "
        f"{obligation.deadline} of `{obligation.id}` only {Duration.spell(left)} are left.",
        expected=f"at least {Duration.spell(wanted)} in reserve",
        remedy="Let the step wait for fewer steps, shorten the escalation path, or send a first report earlier.",
        related=tuple(related),
    )
