"""Something changed that a plan depends on, and the plan was not reviewed since.

An entry under `triggers` names the plan in `plans` or `scenarios`, its day `on` has come, and the plan was neither
approved nor revised on that day or later.

## Why

A new law, a new supplier or a bad exercise makes a plan wrong at once, not at its next date of review. Chinese and
European rules list such events and ask for a revision after each of them.

## How to fix

Review the plan in the light of the change, add a revision, have it approved, and write the new `approved_on`. If the
change does not concern the plan, remove its id from the trigger.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import DocumentControl, Plan
from generator.model.governance import ReviewTrigger
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "Regulations on emergency response to work-safety accidents, art. 6",
    "Measures for the administration of emergency plans (revision triggers)",
    "ISO 22301:2019, 8.6",
)


def check(facts: Facts) -> Iterator[Problem]:
    triggers = sorted(facts.handbook.review_triggers.values(), key=lambda trigger: trigger.on)
    for plan in facts.handbook.plans:
        newest = next((t for t in reversed(triggers) if t.on <= facts.as_of and _names(t, plan)), None)
        reviewed = _reviewed_on(plan.control)
        if newest and not plan.control.retired and (reviewed is None or reviewed < newest.on):
            yield _problem(plan, newest, reviewed)


def _names(trigger: ReviewTrigger, plan: Plan) -> bool:
    return plan.id in (trigger.scenarios if plan.kind == "scenario" else trigger.plans)


def _reviewed_on(control: DocumentControl) -> date | None:
    days = [control.approved_on, control.newest.on if control.newest else None]
    return max((day for day in days if day), default=None)


def _problem(plan: Plan, trigger: ReviewTrigger, reviewed: date | None) -> Problem:
    state = f"was last reviewed on {reviewed}" if reviewed else "was never reviewed"
    return Problem(
        Place.of(plan.control, "approved_on"),
        f"The plan `{plan.id}` {state}, but `{trigger.id}` ({trigger.trigger}) of {trigger.on} asks for a review.",
        expected=f"a revision or an approval of {trigger.on} or later",
        remedy=f"Review the plan because of `{trigger.id}` and have it approved again.",
        related=(Related(Place.of(trigger, "on"), "what changed"),),
    )
