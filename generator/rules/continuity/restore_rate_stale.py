"""The measured restore rate no longer fits the data.

For each job of a system with an `rto`, the last passed restore test is at most `restore_rate_within` old, and the
copy has not grown by more than `data_growth` since. The size then is the `copy_gb` of the test, or `restored_gb` if
the test restored the whole copy. Tests that are overdue are reported by `restore-test-overdue` alone.

## Why

Restore times are worked out from this rate. When the data doubles, the restore takes twice as long or longer, and the
objective is missed although the test was fine.

## How to fix

Repeat the restore test with today's data. If the test restored only a sample on purpose, write the size of the whole
copy on that day into `copy_gb`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import IN_ONE_PIECE, SystemBackups, retest_due_on
from generator.finding import Level
from generator.model.control import add
from generator.model.technical import BackupJob, RestoreTest
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: a rate holds for about the same amount of data, and for a year",)
THRESHOLDS = ("restore_rate_within", "data_growth")


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        for job in backups.jobs if backups.system.rto else ():
            test = backups.last_passed(job)
            if test and not _reported_as_overdue(facts, backups, job):
                yield from _judged(facts, job, test)


def _reported_as_overdue(facts: Facts, backups: SystemBackups, job: BackupJob) -> bool:
    last = backups.last_test(job)
    return last is not None and retest_due_on(last, facts.handbook.settings.thresholds) < facts.as_of


def _judged(facts: Facts, job: BackupJob, test: RestoreTest) -> Iterator[Problem]:
    thresholds = facts.handbook.settings.thresholds
    then = test.copy_gb or test.restored_gb
    if job.method in IN_ONE_PIECE and job.size_gb > then * (1 + thresholds.data_growth):
        yield Problem(
            Place.of(test, "copy_gb" if test.copy_gb else "restored_gb"),
            f"The restore rate of `{job.id}` was measured with {then:g} GB; a copy now holds {job.size_gb:g} GB.",
            expected=f"at most {thresholds.data_growth:.0%} more data than in the test",
            remedy="Repeat the test with today's data, or write the size of the whole copy then into `copy_gb`.",
            related=(Related(Place.of(job, "size_gb"), "the size now"),),
        )
    elif add(test.on, thresholds.restore_rate_within) < facts.as_of:
        yield Problem(
            Place.of(test, "on"),
            f"The restore rate of `{job.id}` was last measured on {test.on}.",
            expected=f"a passed test of the last {thresholds.restore_rate_within}",
            remedy="Repeat the restore test and record what was measured.",
        )
