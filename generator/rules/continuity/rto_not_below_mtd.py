"""A system comes back too late to save the business: its recovery time reaches its longest bearable outage.

For each system with `rto` and `mtd`, the `rto` plus the time to work off the backlog (`wrt`, if given) must be
shorter than the `mtd`.

## Why

When a system runs again, the work is not done: paper orders are entered, payments compared. If that ends only when
the outage already costs the company its existence, the plan succeeds and the company is lost. ISO 22301 asks for
recovery times within the longest tolerable disruption.

## How to fix

Recover faster and lower `rto`, shorten the backlog in `wrt`, or show in `objective_basis` why a longer `mtd` is
true.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.technical import System
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.2.2 (MTPD and RTO)", "Regulation (EU) 2024/2690, annex 4.1.3")


def check(facts: Facts) -> Iterator[Problem]:
    for system in facts.handbook.systems.values():
        if system.rto and system.mtd:
            needed = system.rto.minutes + (system.wrt.minutes if system.wrt else 0)
            if needed >= system.mtd.minutes:
                yield _problem(system, needed)


def _problem(system: System, needed: float) -> Problem:
    backlog = f" + {system.wrt} for the backlog" if system.wrt else ""
    sums = f"{system.rto} to recover{backlog}"
    total = f", {Duration.spell(needed)} in all" if system.wrt else ""
    return Problem(
        Place.of(system, "rto"),
        f"`{system.id}` needs {sums}{total}, but the company survives only {system.mtd} without it.",
        expected="`rto` + `wrt` shorter than `mtd`",
        remedy="Lower `rto` or `wrt` by a faster recovery, or correct `mtd`.",
        related=tuple(
            Related(Place.of(system, field), caption)
            for field, caption in (("wrt", "time for the backlog"), ("mtd", "the longest bearable outage"))
            if getattr(system, field)
        ),
    )
