"""A plan of the handbook is not approved yet.

`status` of a plan is `draft` or `in-review`. A plan that is in force all the same is told by `approval-missing`.

## Why

Readers of the handbook do not see whether a page may be followed. What is not approved must not be relied upon, and
what is relied upon must be approved.

## How to fix

Bring the plan to its approver and set `status: approved` with `approved_on` and `effective_on`. Keep unfinished plans
in a branch until then.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import DocumentControl, Status
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("NIST SP 800-53, CP-2",)


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        if plan.control.status in (Status.DRAFT, Status.IN_REVIEW) and not _in_force(plan.control, facts):
            yield Problem(
                Place.of(plan.control, "status"),
                f"The plan `{plan.id}` is {plan.control.status}, not approved.",
                expected="`status: approved`",
                remedy=f"Bring it to `{plan.control.approver}`, then set `approved_on` and `effective_on`.",
            )


def _in_force(control: DocumentControl, facts: Facts) -> bool:
    return control.effective_on is not None and control.effective_on <= facts.as_of
