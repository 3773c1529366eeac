"""A long emergency has nobody who relieves its commander.

If a scenario's `may_last` is longer than `relief_after`, its `commander` is filled by at least two active people or has
at least two shifts, and together with its deputies there are at least two different people. A commander of several such
scenarios is told once.

## Why

After twelve hours people judge badly and do not notice it. A deputy has a part of their own and is soon needed there.
ANSSI asks for relief shifts in the crisis organisation.

## How to fix

Assign a second person to the role of the commander, or plan at least two `shifts` for it. If the emergency is over
sooner, correct `may_last`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import call_order, holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ANSSI, crisis management maturity, 2.2",)
THRESHOLDS = ("relief_after",)
_LEAST = 2


def check(facts: Facts) -> Iterator[Problem]:
    after = facts.handbook.settings.thresholds.relief_after
    long: dict[str, list[Scenario]] = {}
    for scenario in facts.handbook.scenarios.values():
        if scenario.may_last and scenario.may_last.minutes > after.minutes:
            long.setdefault(scenario.commander, []).append(scenario)
    for commander, scenarios in long.items():
        if not _has_relief(facts, commander):
            yield _problem(facts, commander, scenarios)


def _problem(facts: Facts, commander: str, scenarios: list[Scenario]) -> Problem:
    after = facts.handbook.settings.thresholds.relief_after
    own = holders(facts.handbook, commander)
    people = f"only `{own[0].person.id}` fills" if own else "nobody fills"
    first, *others = scenarios
    return Problem(
        Place.of(first, "commander"),
        f"This emergency may last {first.may_last}, but {people} the role of its commander, `{commander}`.",
        expected=f"at least {_LEAST} people or {_LEAST} shifts for `{commander}`",
        remedy=f"Assign a second person to `{commander}`, or plan shifts for it.",
        related=(
            Related(Place.of(first, "may_last"), f"longer than {after}"),
            *(Related(Place.of(call.assignment, "person"), "the only holder") for call in own[:1]),
            *(Related(Place.of(other, "may_last"), f"`{other.id}` has the same commander") for other in others),
        ),
    )


def _has_relief(facts: Facts, commander: str) -> bool:
    book = facts.handbook
    shifts = [shift for shift in book.shifts.values() if shift.role == commander]
    several = len(holders(book, commander)) >= _LEAST or len(shifts) >= _LEAST
    return several and len(call_order(book, commander, most=_LEAST)) >= _LEAST
