"""At some hours nobody on duty may declare an emergency.

The shifts of all roles under `declared_by` together cover the whole week. Shifts in which nobody can be called upon
(all on leave or gone) do not count. A handbook without any shift is passed over.

## Why

Emergencies begin at night and on weekends as often as by day. If those who may declare sleep then, the person on duty
waits for a call back while the harm grows. The right to declare belongs to somebody who is awake.

## How to fix

Add the role on duty at those hours to `declared_by`, or fill the gap with a shift.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.cover import Span, open_hours
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.severity import SeverityPlan
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    plan = facts.handbook.severity
    if plan is None:
        return
    if not plan.declared_by:
        yield _nobody(plan)
    elif facts.handbook.shifts and (gaps := open_hours(facts.handbook, *plan.declared_by)):
        yield _gaps(plan, gaps)


def _nobody(plan: SeverityPlan) -> Problem:
    return Problem(
        Place.of(plan, "declared_by"),
        "No role may declare an emergency.",
        expected="at least one role under `declared_by`",
        remedy="Name the role that is on duty at any hour.",
    )


def _gaps(plan: SeverityPlan, gaps: tuple[Span, ...]) -> Problem:
    hours = sum(gap.hours for gap in gaps)
    more = f", and {len(gaps) - 1} more gaps" if len(gaps) > 2 else ", and one more gap" if len(gaps) == 2 else ""
    return Problem(
        Place.of(plan, "declared_by"),
        f"In {hours:g} of the 168 hours of a week no role that may declare is on duty: {gaps[0]}{more}.",
        expected="a role that is on duty at each of these hours",
        remedy="Add the role on duty at these hours to `declared_by`, or add a shift.",
    )
