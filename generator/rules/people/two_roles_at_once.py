"""One person would have to act in two places at once.

The first person to call for the `commander` of a scenario is neither the first for the `spokesperson` of a
communication plan nor the first for another role that does hands-on work in the phases `respond` or `handle` (acts
`contain`, `wipe`, `restore`, `switch-over`, `preserve-evidence`, `reconnect`). Two roles that meet in several scenarios
are told once. A handbook with only one active person is left alone.

## Why

The commander keeps the overview and decides. Who stands before a camera or types commands at that moment hears no
reports, and everybody waits. The incident guide of PagerDuty lists it among the patterns to avoid.

## How to fix

Assign another person first to one of the two roles, or give the work to a role that somebody else fills.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import Call, first_holder, holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act, PhaseId
from generator.model.communication import CommunicationPlan
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("PagerDuty incident response guide, anti-patterns",)

_HANDS_ON = (Act.CONTAIN, Act.WIPE, Act.RESTORE, Act.SWITCH_OVER, Act.PRESERVE_EVIDENCE, Act.RECONNECT)
_PHASES = (PhaseId.RESPOND, PhaseId.HANDLE)


def check(facts: Facts) -> Iterator[Problem]:
    book = facts.handbook
    if len({call.person.id for role in book.roles for call in holders(book, role)}) < 2:
        return
    speakers = tuple(
        (Place.of(plan, "spokesperson"), plan.spokesperson, "speaks for the company")
        for plan in book.of_type(CommunicationPlan)
        if plan.spokesperson
    )
    told: set[tuple[str, str]] = set()
    for scenario in book.scenarios.values():
        commander = first_holder(book, scenario.commander)
        for place, role, doing in (*speakers, *_hands_on(scenario)):
            other = first_holder(book, role)
            same = commander and other and commander.person.id == other.person.id
            if commander and other and same and (scenario.commander, role) not in told:
                told.add((scenario.commander, role))
                yield _problem(scenario, commander, other, place, doing)


def _hands_on(scenario: Scenario) -> Iterator[tuple[Place, str, str]]:
    """Where a role is named that acts beside the commander, the role, and what it does."""
    for step in scenario.doing(*_HANDS_ON):
        if scenario.phase_of[step.id] in _PHASES and step.responsible != scenario.commander:
            yield Place.of(step, "responsible"), step.responsible, f"does the step `{step.id}`"


def _problem(scenario: Scenario, commander: Call, other: Call, place: Place, doing: str) -> Problem:
    own, second = commander.role.id, other.role.id
    alike = own == second
    return Problem(
        Place.of(scenario, "commander"),
        f"`{commander.person.id}` leads this emergency as `{own}` and at the same time {doing}"
        + ("." if alike else f" as `{second}`."),
        expected="another person for one of the two",
        remedy="Let another role command, or another role speak."
        if alike
        else f"Assign somebody else first to `{second}`.",
        related=(
            Related(place, f"`{second}` {doing}"),
            Related(Place.of(commander.assignment, "person"), f"first as `{own}`"),
            *(() if alike else (Related(Place.of(other.assignment, "person"), f"first as `{second}`"),)),
        ),
    )
