"""A finding demanded long ago that a plan is changed, and the plan is still as it was.

The demand of a finding in `changes_plans` or `changes_scenarios` is older than `exercised_within`, counted from the day
of the exercise or the beginning of the emergency, and no revision of that plan since then names the finding in
`resolves`. Younger demands are told by `plan-change-open`.

## Why

The next exercise comes, or the next emergency, and people follow words that are known to be wrong. Nobody can say
afterwards that it was not known: it stands in the company's own records.

## How to fix

Change the plan now, add a revision with `resolves: [finding-id]`, and have it approved. If it turned out that the plan
needs no change, write the reason into the action, and remove the id of the plan from the finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.analysis.facts import Facts
from generator.analysis.lessons import Demand, DemandState, demands
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.5 and 10.1", "HSEEP improvement plan", "Regulation (EU) 2024/2690, annex 3.6")
THRESHOLDS = ("exercised_within",)


def check(facts: Facts) -> Iterator[Problem]:
    within = facts.handbook.settings.thresholds.exercised_within
    for demand in demands(facts.handbook):
        if demand.state(facts.as_of, within) is DemandState.LATE:
            yield _problem(demand, demand.due_on(within), facts.as_of)


def _problem(demand: Demand, limit: date, as_of: date) -> Problem:
    finding, plan, older = demand.lesson.finding, demand.plan, demand.older
    age = (as_of - demand.lesson.on).days
    related = (Related(Place.of(older, "on"), "too early to know of it"),) if older else ()
    return Problem(
        Place.of(finding, *demand.path),
        f"The finding `{finding.id}` demands a change of `{plan.id}` since {demand.lesson.on}, for {age} days, and no"
        " version since then says that it was made.",
        expected=f"a revision of `{plan.id}` with `resolves: [{finding.id}]`, due by {limit}",
        remedy=f"Change `{plan.id}` now, add a revision, name the finding in its `resolves`, and have it approved.",
        related=(Related(Place.of(plan.control, "version"), f"version {plan.control.version}"), *related),
    )
