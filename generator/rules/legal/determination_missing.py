"""A clock starts with a decision that nobody is told to take.

For an obligation with `starts_at: determination`: `decided_by` names a role, and in each scenario that lists it a step
with `act: determine` comes before the step that `notifies` it, or is that step.

## Why

Some laws count from the moment when the company decides that an incident is grave enough. They also demand this
decision without delay. If no step decides, the clock never starts, and the delay itself becomes the breach.

## How to fix

Name the role under `decided_by`. Write a step with `act: determine` and a limit of its own, and put its id under
`after` of the step that reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import first_reports
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.legal import ClockStart, Obligation
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("SEC Form 8-K, Item 1.05 (Release 33-11216)", "Personal Data Protection Act (Singapore), ss. 26A to 26E")


def check(facts: Facts) -> Iterator[Problem]:
    decided = [o for o in facts.handbook.obligations.values() if o.starts_at is ClockStart.DETERMINATION]
    for obligation in decided:
        if obligation.decided_by is None:
            yield _nobody(obligation)
        for scenario in facts.handbook.scenarios.values():
            if obligation.id in scenario.obligations:
                yield from _undecided(facts, scenario, obligation)


def _nobody(obligation: Obligation) -> Problem:
    return Problem(
        Place.of(obligation, "starts_at"),
        f"The clock of `{obligation.id}` starts with a determination, but no role is named that takes it.",
        expected="a role under `decided_by`",
        remedy="Add `decided_by:` with the role that determines in writing whether the duty applies.",
    )


def _undecided(facts: Facts, scenario: Scenario, obligation: Obligation) -> Iterator[Problem]:
    for step in first_reports(scenario, obligation.id):
        if not _decided(facts, scenario, step):
            yield Problem(
                Place.of(step, "notifies", step.notifies.index(obligation.id)),
                f"`{step.id}` fulfils `{obligation.id}`, whose clock starts with a determination, "
                "but no step before it determines anything.",
                expected="an earlier step with `act: determine`",
                remedy=f"Write a step with `act: determine` and add its id to `after` of `{step.id}`.",
                related=(Related(Place.of(obligation, "starts_at"), "the start of the clock"),),
            )


def _decided(facts: Facts, scenario: Scenario, step: Step) -> bool:
    before = facts.earlier_steps[scenario.id][step.id]
    return any(s.act is Act.DETERMINE and (s is step or s.id in before) for s in scenario.steps)
