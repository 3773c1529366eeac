"""A worse grade is handled less urgently than a milder one.

Each grade is compared with the next milder one. The worse grade must not have a longer `updates_every`, inform fewer
roles, inform only roles of lower `seniority` than the highest one that the milder grade informs, or come to the second
step of its escalation path later.

## Why

Grades exist so that more harm brings more people, higher rank and more speed. One number out of line turns this
around, and it shows only in the emergency: the worst case then has the slowest reports.

## How to fix

Correct the number in the worse grade, or in the milder one if that is the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.alarm import paths_of
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.organization import Seniority
from generator.model.severity import EscalationStep, Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for worse, milder in pairwise(facts.handbook.grades.values()):
        if worse.rank < milder.rank:
            yield from _updates(worse, milder)
            yield from _informed(worse, milder)
            yield from _highest(facts.handbook, worse, milder)
            yield from _second_call(facts.handbook, worse, milder)


def _updates(worse: Grade, milder: Grade) -> Iterator[Problem]:
    if worse.updates_every.minutes > milder.updates_every.minutes:
        yield Problem(
            Place.of(worse, "updates_every"),
            f"`{worse.id}` brings news every {worse.updates_every}, the milder `{milder.id}` every "
            f"{milder.updates_every}.",
            expected=f"{milder.updates_every} or less",
            remedy="Shorten the time between two updates of the worse grade.",
            related=(Related(Place.of(milder, "updates_every"), "the milder grade"),),
        )


def _informed(worse: Grade, milder: Grade) -> Iterator[Problem]:
    more, fewer = len(set(milder.informs)), len(set(worse.informs))
    if fewer < more:
        yield Problem(
            Place.of(worse, "informs"),
            f"`{worse.id}` informs {fewer} roles, the milder `{milder.id}` informs {more}.",
            expected=f"{more} roles or more",
            remedy="Add the roles that hear of the milder grade and not of this one.",
            related=(Related(Place.of(milder, "informs"), "the milder grade"),),
        )


def _highest(handbook: Handbook, worse: Grade, milder: Grade) -> Iterator[Problem]:
    here, there = _top(handbook, worse), _top(handbook, milder)
    if here and there and here.below_top > there.below_top:
        yield Problem(
            Place.of(worse, "informs"),
            f"The highest role that `{worse.id}` informs has the rank `{here}`; the milder `{milder.id}` informs the "
            f"rank `{there}`.",
            expected=f"a role of the rank `{there}` or above",
            remedy="Inform the same leaders of the worse grade.",
            related=(Related(Place.of(milder, "informs"), "the milder grade"),),
        )


def _top(handbook: Handbook, grade: Grade) -> Seniority | None:
    ranks = [handbook.roles[role].seniority for role in grade.informs]
    return min(ranks, key=lambda rank: rank.below_top, default=None)


def _second_call(handbook: Handbook, worse: Grade, milder: Grade) -> Iterator[Problem]:
    here, there = _second(handbook, worse), _second(handbook, milder)
    if here and there and here.after.minutes > there.after.minutes:
        yield Problem(
            Place.of(here, "after"),
            f"`{worse.id}` goes to the second role after {here.after}, the milder `{milder.id}` after {there.after}.",
            expected=f"{there.after} or less",
            remedy="Call the second role of the worse grade sooner.",
            related=(Related(Place.of(there, "after"), "the milder grade"),),
        )


def _second(handbook: Handbook, grade: Grade) -> EscalationStep | None:
    return next((path.steps[1] for path in paths_of(handbook, grade.id) if len(path.steps) > 1), None)
