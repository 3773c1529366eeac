"""The plan cannot report in time: a step comes later than the law allows.

For each step that `notifies` an obligation with a deadline, both of these end within it:

- the limit of the step, counted from the start of the clock
- the worst case: last call of the escalation path of the scenario's mildest grade + worst end of the step
  (`takes.worst` of everything it waits for) + the approval path of its statements, unless a step approved them before

Clocks that start at occurrence, discovery, awareness or receipt run from the activation of the plan. Escalation does
not count for receipt: whoever receives has answered. A determination starts at the end of the last `determine` step
before, the end of the handling at the end of the `stand-down` step. Business days count at the recipient's `place`: the
deadline at its shortest, your own limits at their longest.

## Why

A report that comes an hour late is a breach of the law, however good the rest of the response was. Each hop of an
escalation waits its full time when nobody answers, and these minutes come off the deadline. On paper the plan looks
punctual, on a Sunday night it is not.

## How to fix

Give the step a shorter `within`, let it wait for fewer steps (`after`), shorten the escalation path, or send a first
report with the known facts and the rest later.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import Clock
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "Administrative Measures for Reporting National Network Security Events (China), art. 4",
    "GDPR, art. 33",
    "Regulations on Reporting, Investigation and Handling of Production Safety Accidents (China), art. 9",
)


def check(facts: Facts) -> Iterator[Problem]:
    for clock in facts.clocks:
        if clock.limit_too_late:
            yield _promised_too_late(clock)
        elif clock.slack is not None and clock.slack < 0:
            yield _too_late_at_worst(clock, clock.slack)


def _promised_too_late(clock: Clock) -> Problem:
    step, obligation = clock.step, clock.obligation
    return Problem(
        Place.of(step, "within"),
        f"`{step.id}` is due {Duration.spell(clock.limit)} after the start of the clock, "
        f"but `{obligation.id}` must be fulfilled within {obligation.deadline}.",
        expected=f"a limit within {obligation.deadline}",
        remedy=f"Shorten `within` of `{step.id}`, at best to the company limit of {obligation.company_limit}.",
        related=(Related(Place.of(obligation, "deadline"), "the deadline of the law"),),
    )


def _too_late_at_worst(clock: Clock, slack: float) -> Problem:
    step, obligation = clock.step, clock.obligation
    parts = {"escalation": clock.escalation, "steps": clock.work, "approval": clock.approval}
    shown = ", ".join(f"{name} {Duration.spell(minutes)}" for name, minutes in parts.items() if minutes)
    related = [Related(Place.of(obligation, "deadline"), "the deadline of the law")]
    if clock.last_call:
        related.append(Related(Place.of(clock.last_call, "after"), "the last call of the escalation path"))
    return Problem(
        Place.of(step, "takes"),
        f"At worst `{step.id}` is done {Duration.spell(clock.worst)} after the start of the clock ({shown}), "
        f"but `{obligation.id}` must be fulfilled within {obligation.deadline}.",
        expected=f"{Duration.spell(-slack)} less at worst",
        remedy="Let the step wait for fewer steps, shorten the escalation path, or send a first report earlier.",
        related=tuple(related),
    )
