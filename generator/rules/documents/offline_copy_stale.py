"""A copy of the handbook is older than a plan that is in force.

`renewed_on` of a copy is earlier than the approval of a plan that is in force by now.

## Why

When the systems are down people work by the folder in the cupboard. If it holds last year's plan, half of the team
follows the old steps, and nobody notices.

## How to fix

Print or copy the handbook again, take the old copy away, and write the day into `renewed_on`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import Plan, Status
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("NIST SP 800-53, CP-2 (distribution of changes)",)


def check(facts: Facts) -> Iterator[Problem]:
    in_force = [plan for plan in facts.handbook.plans if _is_in_force(plan, facts.as_of)]
    if not in_force:
        return
    newest = max(in_force, key=_approved_on)
    for copy in facts.handbook.offline_copies.values():
        if copy.renewed_on < _approved_on(newest):
            newer = sum(_approved_on(plan) > copy.renewed_on for plan in in_force)
            yield Problem(
                Place.of(copy, "renewed_on"),
                f"The copy `{copy.id}` is of {copy.renewed_on}; {newer} plan{'s' * (newer > 1)} in force"
                f" {'are' if newer > 1 else 'is'} newer, such as `{newest.id}` of {_approved_on(newest)}.",
                expected=f"a copy of {_approved_on(newest)} or later",
                remedy=f"Let `{copy.keeper}` renew the copy, and write the day into `renewed_on`.",
                related=(Related(Place.of(newest.control, "approved_on"), "approved later"),),
            )


def _is_in_force(plan: Plan, as_of: date) -> bool:
    control = plan.control
    return bool(control.status is Status.APPROVED and control.approved_on and (control.effective_on or as_of) <= as_of)


def _approved_on(plan: Plan) -> date:
    return plan.control.approved_on or date.min
