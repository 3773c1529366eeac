"""Scenarios that can run at once need more pieces of a spare than there are.

Scenarios run at once if one of them brings down, directly or through dependencies, a system that another one is made
for (`fails`). Scenarios that are `hostile`, hit a site or endanger life are not set off by others. Each scenario that
has the spare in the `uses` of a step needs one piece, but scenarios that use it in place of the same failed system
share that piece. Together they need at most the `quantity`.

## Why

Each plan looks complete by itself. On the day of the power failure the network, the hotline and the workstations fail
too, and three teams stand before one router.

## How to fix

Get more pieces and raise `quantity`, take another spare in one of the steps, or write into the steps which scenario
comes first.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.promises import Promise, most_wanted
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.technical import Spare
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 4.1.2 (resources needed)", "House rule: a spare is promised once")


def check(facts: Facts) -> Iterator[Problem]:
    for spare in facts.handbook.spares.values():
        wanted = most_wanted(facts.handbook, spare)
        if len(wanted) > spare.quantity:
            yield _problem(spare, wanted)


def _problem(spare: Spare, wanted: tuple[Promise, ...]) -> Problem:
    *earlier, last = wanted
    return Problem(
        Place.of(last.step, "uses", last.step.uses.index(spare.id)),
        f"{in_backticks(promise.scenario.id for promise in wanted)} can run at once and need {len(wanted)} of "
        f"`{spare.id}`, but the quantity is {spare.quantity}.",
        expected=f"at most {spare.quantity} needed at once",
        remedy="Get more pieces, use another spare here, or write down which scenario comes first.",
        related=(
            *(Related(Place.of(one.step, "uses"), f"used here in `{one.scenario.id}`") for one in earlier),
            Related(Place.of(spare, "quantity"), "how many there are"),
        ),
    )
