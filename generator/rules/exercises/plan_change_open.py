"""A finding demands that a plan is changed, and no later version of the plan says that it was.

A finding of an exercise or of an emergency names a plan in `changes_plans` or `changes_scenarios`, and no revision of
that plan, of the day of the exercise or later, names the finding in `resolves`. Retired plans are left out. After
`exercised_within` the rule `plan-change-late` takes over.

## Why

An action can be closed with a photograph while the plan still says what failed. Who carries out the plan reads the
plan, not the list of actions. ISO 22301 wants the changes of plans that follow from an exercise to be documented.

## How to fix

Change the plan, add a revision, and name the finding there: `resolves: [finding-id]`. If the plan needs no change,
remove its id from the finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.lessons import Demand, DemandState, demands
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5 and 10.1", "HSEEP improvement plan", "Regulation (EU) 2024/2690, annex 3.6")
THRESHOLDS = ("exercised_within",)


def check(facts: Facts) -> Iterator[Problem]:
    within = facts.handbook.settings.thresholds.exercised_within
    for demand in demands(facts.handbook):
        if demand.state(facts.as_of, within) is DemandState.OPEN:
            yield _problem(demand)


def _problem(demand: Demand) -> Problem:
    finding, plan, older = demand.lesson.finding, demand.plan, demand.older
    related = (Related(Place.of(older, "on"), "too early to know of it"),) if older else ()
    return Problem(
        Place.of(finding, *demand.path),
        f"The finding `{finding.id}` of {demand.lesson.on} demands a change of `{plan.id}`, but no version since then"
        " says that it was made.",
        expected=f"a revision of `{plan.id}` of {demand.lesson.on} or later with `resolves: [{finding.id}]`",
        remedy=f"Change `{plan.id}`, add a revision, and name the finding in its `resolves`.",
        related=(Related(Place.of(plan.control, "version"), f"version {plan.control.version}"), *related),
    )
