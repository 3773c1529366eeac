"""A plan claims to be approved or in force, but its approval is not complete.

A plan with `status: approved` has `approved_on` and `effective_on`. A plan in any state before that is not in force:
its `effective_on` does not lie in the past.

## Why

In the emergency somebody asks "who says so?". A plan without a dated approval binds nobody, and an auditor counts it
as missing. The document control block must show who approved which version when.

## How to fix

Have the approver sign, then write `approved_on` and `effective_on`. If the plan is not yet approved, set `status` to
`draft` or `in-review` and remove `effective_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import Plan, Status
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("NIST SP 800-53, CP-2", "Measures for the administration of emergency plans (2024)")
WAIVABLE = False


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        control = plan.control
        if control.status is Status.APPROVED:
            missing = [field for field in ("approved_on", "effective_on") if getattr(control, field) is None]
            if missing:
                yield _incomplete(plan, " and ".join(f"`{field}`" for field in missing))
        elif not control.retired and control.effective_on and control.effective_on <= facts.as_of:
            yield _in_force(plan)


def _incomplete(plan: Plan, missing: str) -> Problem:
    return Problem(
        Place.of(plan.control, "status"),
        f"The plan `{plan.id}` is approved, but has no {missing}.",
        expected="the day of the approval and the day from which the plan holds",
        remedy=f"Add {missing}, or set `status` to `in-review`.",
    )


def _in_force(plan: Plan) -> Problem:
    control = plan.control
    return Problem(
        Place.of(control, "status"),
        f"The plan `{plan.id}` is in force since {control.effective_on}, but its status is {control.status}.",
        expected="`status: approved` with `approved_on`, or no `effective_on`",
        remedy=f"Have `{control.approver}` approve it, or remove `effective_on`.",
        related=(Related(Place.of(control, "effective_on"), "in force from here on"),),
    )
