"""A system is restored before something that it depends on.

Within a scenario, the last step that restores a system must wait for (or be) a step that restores what it depends on,
directly or not, if the scenario restores both. In the list `restores` of a step or a recovery procedure, a system
stands behind everything that it depends on.

## Why

Whoever follows the order starts the shop against an empty database: it fails again, or worse, it runs with wrong data.
The hours until somebody understands this are missing from the recovery.

## How to fix

Let the step wait with `after` for the one that restores the lower system, and write the lower system first in
`restores`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.analysis.dependencies import needs
from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Edit, Level
from generator.model.scenario import Scenario, Step
from generator.model.technical import Procedure
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.1.2 (order of recovery)",)

Needs = Mapping[str, frozenset[str]]


def check(facts: Facts) -> Iterator[Problem]:
    needed = needs(facts.handbook)
    for procedure in facts.handbook.procedures.values():
        yield from _in_list(procedure, needed)
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            yield from _in_list(step, needed)
        yield from _across_steps(scenario, needed, facts.earlier_steps[scenario.id])


def _in_list(element: Procedure | Step, needed: Needs) -> Iterator[Problem]:
    order = tuple(sorted(element.restores, key=lambda name: _depth(name, element.restores, needed)))
    if any(_below(low, high, needed) for high, low in combinations(element.restores, 2)):
        yield Problem(
            Place.of(element, "restores"),
            f"`{element.id}` restores {in_backticks(element.restores)} in this order, although some of them depend on "
            f"later ones.",
            expected=f"{in_backticks(order)}, in this order",
            remedy="Restore what the others depend on first, and write it first.",
            edits=_rewritten(element, order),
        )


def _depth(name: str, names: tuple[str, ...], needed: Needs) -> int:
    """How many of the systems must run before this one."""
    return sum(_below(other, name, needed) for other in names)


def _rewritten(element: Procedure | Step, order: tuple[str, ...]) -> tuple[Edit, ...]:
    """A list within one line can be put in order; in a longer one, comments would stand at the wrong system."""
    places = [element.position("restores", number) for number in range(len(order))]
    if len({place.line for place in places}) > 1:
        return ()
    moved = zip(places, element.restores, order, strict=True)
    return tuple(Edit(place, name) for place, before, name in moved if name != before)


def _below(low: str, high: str, needed: Needs) -> bool:
    return low in needed[high] and high not in needed[low]


def _across_steps(scenario: Scenario, needed: Needs, earlier: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    steps: dict[str, list[Step]] = {}
    for step in scenario.steps:
        for name in step.restores:
            steps.setdefault(name, []).append(step)
    told = set()
    for high, of_high in steps.items():
        for low, of_low in steps.items():
            between = (of_high[-1].id, of_low[0].id)
            if between not in told and _below(low, high, needed) and not _in_order(of_high, of_low, earlier):
                told.add(between)
                yield _problem(scenario, (of_high[-1], high), (of_low[0], low))


def _in_order(high: list[Step], low: list[Step], earlier: Mapping[str, frozenset[str]]) -> bool:
    return any(step is other or other.id in earlier[step.id] for step in high for other in low)


def _problem(scenario: Scenario, high: tuple[Step, str], low: tuple[Step, str]) -> Problem:
    (step, name), (other, need) = high, low
    return Problem(
        Place.of(step, "after"),
        f"In `{scenario.id}` the step `{step.id}` restores `{name}` without waiting for `{other.id}`, which restores "
        f"`{need}`, on which it depends.",
        expected=f"`{step.id}` waits for `{other.id}`",
        remedy=f"Add `{other.id}` to `after` of this step.",
        related=(
            Related(Place.of(step, "restores"), "restored here"),
            Related(Place.of(other, "restores"), "needed first"),
        ),
    )
