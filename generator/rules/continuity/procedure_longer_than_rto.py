"""A recovery procedure takes longer than the recovery time objective of a system that it restores.

The times in `takes` of all operations of a procedure are added up. The sum must not exceed the shortest `rto` of the
systems in `restores`.

## Why

Restoring the data is only one part: somebody must find the copy, open the envelope with the key, scan, compare and
switch over. Whoever follows such a procedure to the letter misses the objective, although every operation goes well.

## How to fix

Shorten the operation that takes longest, or split the procedure so that the system works before the tidying up
begins. If nothing can be shortened, write the true time into `rto`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.technical import Procedure, System
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.2.2 (RTO)", "House rule: the time of a procedure is the sum of its operations")


def check(facts: Facts) -> Iterator[Problem]:
    for procedure in facts.handbook.procedures.values():
        total = sum(step.takes.minutes for step in procedure.steps)
        restored = (facts.handbook.systems[name] for name in procedure.restores)
        late = [system for system in restored if system.rto and is_later(total, system.rto.minutes)]
        if late:
            yield _problem(procedure, total, late)


def _problem(procedure: Procedure, total: float, late: list[System]) -> Problem:
    longest = max(procedure.steps, key=lambda step: step.takes.minutes)
    shortest = min(late, key=lambda system: system.rto.minutes if system.rto else 0)
    names = in_backticks(system.id for system in late)
    return Problem(
        Place.of(longest, "takes"),
        f"The procedure `{procedure.id}` takes {Duration.spell(total)} in all, longer than the objective of {names}.",
        expected=f"at most {shortest.rto}, the `rto` of `{shortest.id}`",
        remedy="Shorten this operation or another one, split the procedure, or write the true time into `rto`.",
        related=tuple(Related(Place.of(system, "rto"), "the objective here") for system in late),
    )
