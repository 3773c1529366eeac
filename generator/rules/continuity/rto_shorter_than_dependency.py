"""A system is promised sooner than something that it depends on.

The `rto` of a system must not be shorter than the `rto` of any system in its `depends_on`. Conflicts that one
objective has with several others are reported once, at that objective.

## Why

A shop cannot run before its database. Such a promise breaks in every emergency that begins further down, and all
limits and statements that count on it break too.

## How to fix

Recover the lower system sooner and lower its `rto`, or raise the `rto` of the upper one. If the upper one can run
without the lower one, remove it from `depends_on`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.technical import System
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.1.2 (order of recovery)", "House rule: rto ≥ rto of each dependency")

Conflict = tuple[System, System]


def check(facts: Facts) -> Iterator[Problem]:
    left = list(_conflicts(facts.handbook))
    while left:
        (name, _), *_others = Counter(system.id for pair in left for system in pair).most_common()
        of_one = [pair for pair in left if name in (pair[0].id, pair[1].id)]
        left = [pair for pair in left if pair not in of_one]
        yield from _told(name, of_one)


def _conflicts(handbook: Handbook) -> Iterator[Conflict]:
    for system in handbook.systems.values():
        for need in (handbook.systems[name] for name in system.depends_on):
            if system.rto and need.rto and system.rto.minutes < need.rto.minutes:
                yield system, need


def _told(name: str, conflicts: list[Conflict]) -> Iterator[Problem]:
    needs = [need for system, need in conflicts if system.id == name]
    users = [system for system, need in conflicts if need.id == name]
    if needs:
        yield _too_soon(next(system for system, _ in conflicts if system.id == name), needs)
    if users:
        yield _too_late(next(need for _, need in conflicts if need.id == name), users)


def _too_soon(system: System, needs: list[System]) -> Problem:
    slowest = max(needs, key=lambda need: need.rto.minutes if need.rto else 0)
    return Problem(
        Place.of(system, "rto"),
        f"`{system.id}` is promised in {system.rto}, but it depends on `{slowest.id}`, which takes {slowest.rto}.",
        expected=f"at least {slowest.rto}, the `rto` of `{slowest.id}`",
        remedy=f"Raise this `rto`, or recover {in_backticks(need.id for need in needs)} sooner.",
        related=(
            *(Related(Place.of(need, "rto"), "the objective there") for need in needs),
            Related(Place.of(system, "depends_on"), "the dependency"),
        ),
    )


def _too_late(need: System, users: list[System]) -> Problem:
    soonest = min(users, key=lambda user: user.rto.minutes if user.rto else 0)
    return Problem(
        Place.of(need, "rto"),
        f"`{need.id}` takes {need.rto}, but {in_backticks(user.id for user in users)} depend on it and are promised "
        f"sooner.",
        expected=f"at most {soonest.rto}, the `rto` of `{soonest.id}`",
        remedy="Recover it sooner and lower this `rto`, or raise the objectives of what depends on it.",
        related=tuple(Related(Place.of(user, "rto"), "promised sooner") for user in users),
    )
