"""The history of a plan is not in order.

From one revision to the next the version rises and the day does not go back. The list may begin with the oldest or
with the newest.

## Why

The history is what shows that the plan was cared for. A version that falls or a day that goes back means that somebody
wrote it afterwards or copied it from another plan.

## How to fix

Correct the version or the day of the entry that is marked, or move it to its place. Give each version once.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import Revision
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 7.5",)


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        for earlier, later in pairwise(plan.control.history):
            if later.number <= earlier.number:
                yield _version(plan.id, earlier, later)
            elif later.on < earlier.on:
                yield _day(plan.id, earlier, later)


def _version(plan: str, earlier: Revision, later: Revision) -> Problem:
    fault = "is given twice" if later.number == earlier.number else f"comes after {earlier.version}"
    return Problem(
        Place.of(later, "version"),
        f"In the history of `{plan}` the version {later.version} {fault}.",
        expected=f"a version above {earlier.version}",
        remedy="Correct the version, or move the entry to its place.",
        related=(Related(Place.of(earlier, "version"), "the revision before"),),
    )


def _day(plan: str, earlier: Revision, later: Revision) -> Problem:
    return Problem(
        Place.of(later, "on"),
        f"In the history of `{plan}` version {later.version} is of {later.on}, earlier than {earlier.version}"
        f" of {earlier.on}.",
        expected=f"{earlier.on} or a later day",
        remedy="Correct the day, or move the entry to its place.",
        related=(Related(Place.of(earlier, "on"), "the revision before"),),
    )
