"""Pieces of a chain are deleted before the next copy on which a chain can start.

Each copy of an incremental or log job is kept at least as long as the interval (`every`) of the copy below it, on
which its chain starts. Each copy in one piece is kept at least for its own interval.

## Why

A chain with one missing piece cannot be restored beyond the gap. The days between the last kept piece and the next
full copy look saved, but they are lost.

## How to fix

Raise `keep` of the copy to the interval of the job below it, better to twice of it. Or take the lower copy more often.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SystemBackups
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.technical import BackupJob, BackupMethod
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule: a restore needs the full copy and all later pieces in order",)


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        for job in backups.jobs:
            yield from _judged(job, _start(backups, job))


def _start(backups: SystemBackups, job: BackupJob) -> BackupJob:
    chained = job.method in (BackupMethod.INCREMENTAL, BackupMethod.LOG)
    return (backups.below(job) if chained else None) or job


def _judged(job: BackupJob, start: BackupJob) -> Iterator[Problem]:
    for copy in job.copies:
        if is_later(start.every.minutes, copy.keep.minutes):
            yield Problem(
                Place.of(copy, "keep"),
                f"A copy of `{job.id}` is kept for {copy.keep}, but the next copy of `{start.id}` comes only every "
                f"{start.every}.",
                expected=f"at least {start.every}",
                remedy="Keep the copy longer, or take the lower copy more often.",
                related=(Related(Place.of(start, "every"), "the interval here"),),
            )
