"""The review of a plan is overdue.

For an approved plan the day of approval plus `review_every` has passed.

## Why

People, numbers, suppliers and laws change within a year; the plan does not. In the emergency the old page costs more
time than no page.

## How to fix

Read the plan with those who work by it, correct it, have it approved again, and write the new `approved_on`. If
nothing had to change, the new approval is the written decision to keep it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import Status
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("PCI DSS 4.0.1, 12.10.2", "Regulation (EU) 2024/2690, annex 4.1.4", "ISO 22301:2019, 8.6")


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        control, due = plan.control, plan.control.review_due_on
        if control.status is Status.APPROVED and due and due < facts.as_of:
            late = (facts.as_of - due).days
            yield Problem(
                Place.of(control, "approved_on"),
                f"The review of the plan `{plan.id}` was due on {due}, {late} day{'s' * (late > 1)} ago.",
                expected=f"an approval not older than {control.review_every}",
                remedy=f"Review the plan, have `{control.approver}` approve it again, and write the day here.",
                related=(Related(Place.of(control, "review_every"), "reviewed this often"),),
            )
