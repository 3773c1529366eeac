"""A backup that a restore would rest on was never restored in a test.

For each system with backups, the job from which a restore starts (the most frequent full copy, image or export) has a
restore test. If the `rpo` cannot be kept without incremental, differential or log copies, one job of each such method
has a test too.

## Why

A backup that was never restored is a hope. Missing keys, wrong versions and empty files show only on loading, and
without a test nobody knows how long it takes.

## How to fix

Restore the newest copy on a separate machine, open and count what came out, stop the time, and add a record under
`restore_tests`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SystemBackups
from generator.finding import Level
from generator.model.technical import BackupJob
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("NIST CSF 2.0, PR.DS-11", "CISA CPG 2.0, 3.O", "CIS Controls v8, 11.5")


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        for job in _untested(backups):
            yield Problem(
                Place.of(job, "id"),
                f"No restore of `{job.id}` was ever tested, but a restore of `{backups.system.id}` needs it.",
                expected=f"a record under `restore_tests` with `job: {job.id}`",
                remedy="Restore the newest copy on a separate machine and record what was measured.",
            )


def _untested(backups: SystemBackups) -> Iterator[BackupJob]:
    base = backups.base
    if base and not backups.last_test(base):
        yield base
    for group in backups.groups:
        if group != backups.whole and not any(backups.last_test(job) for job in group):
            yield group[0]
