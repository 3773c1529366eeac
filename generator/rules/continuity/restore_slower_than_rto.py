"""Restoring a system takes longer than its recovery time objective allows.

For each system with an `rto`, the newest full copy, image or export is taken, with the longest chain of incremental,
differential and log copies that can lie on it. Each piece counts at the rate that its last passed restore test
measured: `took` divided by `restored_gb`. A job without a passed test counts at the rate of the copy below it. The
sum must not exceed the `rto`.

## Why

An objective that nobody can reach is a false promise: shop, orders and customers are planned around it, and the hours
that are missing show only in the emergency. The objective must follow from what a test measured, not from what a data
sheet says.

## How to fix

Make the restore faster and test it again: a full copy more often, a faster line, the data split so that the newest
part comes first. Or set `rto` to what is true and see that `mtd` still allows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import Load, SystemBackups
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.2.2 (RTO)", "House rule: full copy and chain at the rate measured in the last test")


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        minutes, rto = backups.restore_minutes, backups.system.rto
        if rto and minutes is not None and is_later(minutes, rto.minutes):
            yield _problem(backups, rto, minutes)


def _problem(backups: SystemBackups, rto: Duration, minutes: float) -> Problem:
    return Problem(
        Place.of(backups.system, "rto"),
        f"`{backups.system.id}` must work again within {rto}, but restoring it takes {Duration.spell(minutes)} at the "
        f"measured rate: {', '.join(_told(load) for load in backups.restore)}.",
        expected="a measured restore time within the `rto`",
        remedy="Shorten the restore and test it again, or write the true time into `rto`.",
        related=tuple(Related(Place.of(load.test, "took"), _measured(load)) for load in backups.restore),
    )


def _told(load: Load) -> str:
    pieces = f"{load.pieces} × " if load.pieces > 1 else ""
    return f"{pieces}{load.job.size_gb:g} GB of `{load.job.id}` in {Duration.spell(load.minutes)}"


def _measured(load: Load) -> str:
    return f"measured here for {load.test.restored_gb:g} GB of `{load.test.job}`"
