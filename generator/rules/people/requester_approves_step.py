"""Whoever asks for something also approves it.

A step with the act `approve-remedy` is not done by the role, or the first person to call for it, that did the
`request-remedy` before it. The same holds for `approve-legal` and `approve` after `draft`. Of several requests the ones
count that the approval waits for directly, or over other steps.

## Why

Nobody sees their own mistake, and nobody refuses their own wish. The second pair of eyes is what keeps a wrong refund
or an unlucky sentence inside the house. The Secure Controls Framework asks for separation of such duties.

## How to fix

Make another role `responsible` for the approval, and see to it that another person fills it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.analysis.schedule import waits_for
from generator.finding import Level
from generator.model.acts import Act
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("SCF BCD-11.8 (separation of duties)", "House rule")
_REQUESTS = {Act.APPROVE_REMEDY: Act.REQUEST_REMEDY, Act.APPROVE_LEGAL: Act.DRAFT, Act.APPROVE: Act.DRAFT}


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for approval in scenario.doing(*_REQUESTS):
            for request in _requests(scenario, approval):
                yield from _problems(facts, request, approval)


def _requests(scenario: Scenario, approval: Step) -> list[Step]:
    """The nearest requests that an approval waits for; all of the scenario if it waits for none."""
    act = _REQUESTS[approval.act] if approval.act else None
    steps = {step.id: step for step in scenario.steps}
    found: dict[str, Step] = {}
    waiting, seen = list(waits_for(approval)), set()
    while waiting:
        step = steps[waiting.pop(0)]
        if step.act is act:
            found[step.id] = step
        elif step.id not in seen:
            seen.add(step.id)
            waiting += waits_for(step)
    return list(found.values()) or [step for step in scenario.steps if step.act is act]


def _problems(facts: Facts, request: Step, approval: Step) -> Iterator[Problem]:
    asks, grants = (first_holder(facts.handbook, step.responsible) for step in (request, approval))
    places = [Related(Place.of(request, "responsible"), "asks here")]
    if request.responsible == approval.responsible:
        message = f"`{approval.responsible}` does both `{request.id}` and its approval `{approval.id}`."
    elif asks and grants and asks.person.id == grants.person.id:
        message = (
            f"`{grants.person.id}` does `{request.id}` as `{request.responsible}` and its approval `{approval.id}` "
            f"as `{approval.responsible}`."
        )
        places += [Related(Place.of(c.assignment, "person"), f"first as `{c.role.id}`") for c in (asks, grants)]
    else:
        return
    yield Problem(
        Place.of(approval, "responsible"),
        message,
        expected="different people who ask and who approve",
        remedy="Make a role `responsible` for the approval that somebody else fills.",
        related=tuple(places),
    )
