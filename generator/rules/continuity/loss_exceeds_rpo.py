"""The backups of a system lose more data than its recovery point objective accepts.

A failure just before the next copy is complete loses `every` + `takes` of the job + `lag` of the copy. The least loss
over all jobs and copies of a system must not exceed its `rpo`. Incremental, differential and log copies count only if
the system also has a copy in one piece.

## Why

A copy every hour does not mean one hour of loss: while a copy runs and travels, the last complete one grows older.
Whoever trusts the interval alone finds the missing orders only after the restore, when customers ask for them.

## How to fix

Copy more often or faster (`every`, `takes`, `lag`), for instance with a transaction log between the full copies. Or
accept the loss, raise `rpo`, and say in `objective_basis` how the lost data is entered again.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SavedCopy, least_loss
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.technical import System
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "Regulation (EU) 2024/2690, annex 4.1.3 (recovery point objectives)",
    "House rule: worst loss = interval + run time + time until the copy is complete",
)


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        best, rpo = least_loss(backups.surviving()), backups.system.rpo
        if best and rpo and is_later(best.worst_loss, rpo.minutes):
            yield _problem(backups.system, rpo, best)


def _problem(system: System, rpo: Duration, best: SavedCopy) -> Problem:
    job, copy = best.job, best.copy
    return Problem(
        Place.of(system, "rpo"),
        f"`{system.id}` may lose {rpo} of data, but its best copy, of `{job.id}`, loses up to "
        f"{Duration.spell(best.worst_loss)}: every {job.every} + {job.takes} to run + {copy.lag} until complete.",
        expected="a worst loss within the `rpo`",
        remedy="Copy more often or faster, or accept the loss and raise `rpo`.",
        related=(
            Related(Place.of(job, "every"), "how often it is copied"),
            Related(Place.of(copy, "lag"), "how long the copy takes to be complete"),
        ),
    )
