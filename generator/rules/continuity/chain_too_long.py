"""A restore must load too many pieces, or the full copy below them is missing or too rare.

A system with incremental, differential or log jobs also has a job in one piece (full, image or export), which runs at
least every `full_backup_within`. Between two copies on which a chain starts lie at most `chain_most` incremental ones.

## Why

Each piece more makes the restore longer and less certain: one damaged piece breaks everything behind it. Without a
full copy the pieces cannot be restored at all.

## How to fix

Add a full copy, take it more often (`every`), or replace the incremental copies by differential ones, which need only
the last full copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SystemBackups
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.technical import BackupJob, BackupMethod
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("CIS Controls v8, 11.2 (backups at least weekly)", "House rule: length of the chain")
THRESHOLDS = ("chain_most", "full_backup_within")


def check(facts: Facts) -> Iterator[Problem]:
    thresholds = facts.handbook.settings.thresholds
    for backups in facts.recovery.backups.values():
        if not backups.parts:
            continue
        if backups.base is None:
            yield _without_base(backups)
        elif is_later(backups.base.every.minutes, thresholds.full_backup_within.minutes):
            yield _too_rare(backups, backups.base, thresholds.full_backup_within)
        else:
            yield from _too_long(backups, thresholds.chain_most)


def _without_base(backups: SystemBackups) -> Problem:
    job = backups.parts[0]
    return Problem(
        Place.of(job, "method"),
        f"`{backups.system.id}` has {job.method} copies, but no full copy on which they could be restored.",
        expected="a job with the method `full`, `image` or `export` for the same system",
        remedy="Add a full copy, at least once a week.",
    )


def _too_rare(backups: SystemBackups, base: BackupJob, most: Duration) -> Problem:
    return Problem(
        Place.of(base, "every"),
        f"The copies of `{backups.system.id}` rest on `{base.id}`, which runs only every {base.every}.",
        expected=f"a copy in one piece at least every {most}",
        remedy="Take the full copy more often.",
        related=tuple(Related(Place.of(part, "every"), "rests on it") for part in backups.parts),
    )


def _too_long(backups: SystemBackups, most: int) -> Iterator[Problem]:
    for part in backups.parts:
        start, links = backups.below(part), backups.links(part)
        if part.method is BackupMethod.INCREMENTAL and start and links > most:
            yield Problem(
                Place.of(part, "every"),
                f"Up to {links} copies of `{part.id}` must be loaded one after the other on one of `{start.id}`.",
                expected=f"at most {most}",
                remedy="Take the copy below more often, or make differential copies in place of incremental ones.",
                related=(Related(Place.of(start, "every"), "how often a chain starts anew"),),
            )
