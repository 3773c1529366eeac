"""What backups give back: how much is lost at worst, which copies survive, and how long a restore takes.

A full copy, an image and an export are restored from one piece. An incremental, differential or log copy is a part:
it is of use only on top of a copy in one piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

from generator.analysis.schedule import is_later
from generator.model.control import add
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.model.technical import BackupJob, BackupMethod, Copy, RestoreTest, System, TestResult
from generator.model.thresholds import Thresholds

IN_ONE_PIECE = frozenset({BackupMethod.FULL, BackupMethod.IMAGE, BackupMethod.EXPORT})
_STARTS_CHAIN = {
    BackupMethod.DIFFERENTIAL: IN_ONE_PIECE,
    BackupMethod.INCREMENTAL: IN_ONE_PIECE | {BackupMethod.DIFFERENTIAL},
    BackupMethod.LOG: IN_ONE_PIECE | {BackupMethod.DIFFERENTIAL, BackupMethod.INCREMENTAL},
}


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """One copy with the job that makes it."""

    job: BackupJob
    copy: Copy

    @property
    def worst_loss(self) -> float:
        """Minutes of work lost if the failure comes just before the next copy is complete."""
        return self.job.every.minutes + self.job.takes.minutes + self.copy.lag.minutes

    @property
    def locked(self) -> bool:
        """Whether an attacker who reaches it still cannot destroy it."""
        return self.copy.offline or self.copy.immutable


@dataclass(frozen=True, slots=True)
class Load:
    """The pieces of one job that a restore loads, with the test whose rate gives the time."""

    job: BackupJob
    pieces: int
    test: RestoreTest

    @property
    def minutes(self) -> float:
        """Time at the measured rate; a full restore in the test counts as it was measured."""
        return self.pieces * self.job.size_gb * self.test.took.minutes / self.test.restored_gb


@dataclass(frozen=True, slots=True)
class SystemBackups:
    """All backup jobs of one system with their restore tests, oldest test first."""

    system: System
    jobs: tuple[BackupJob, ...]
    tests: Mapping[str, tuple[RestoreTest, ...]]

    @property
    def whole(self) -> tuple[BackupJob, ...]:
        """Jobs whose copies are restored from one piece."""
        return tuple(job for job in self.jobs if job.method in IN_ONE_PIECE)

    @property
    def parts(self) -> tuple[BackupJob, ...]:
        """Jobs whose copies need another copy below them."""
        return tuple(job for job in self.jobs if job.method not in IN_ONE_PIECE)

    @property
    def base(self) -> BackupJob | None:
        """The job from which a restore starts: the most frequent one in one piece, of equals the largest."""
        return min(self.whole, key=lambda job: (job.every.minutes, -job.size_gb), default=None)

    @property
    def groups(self) -> tuple[tuple[BackupJob, ...], ...]:
        """Jobs that stand in for each other: those in one piece, and the parts by method if the rpo needs them."""
        needed = self.parts if self._needs_parts else ()
        by_method = (tuple(job for job in needed if job.method is method) for method in BackupMethod)
        return tuple(group for group in (self.whole, *by_method) if group)

    @property
    def _needs_parts(self) -> bool:
        if not self.whole:
            return True
        best = least_loss(copies_of(self.whole))
        return self.system.rpo is not None and (best is None or is_later(best.worst_loss, self.system.rpo.minutes))

    def surviving(self, scenario: Scenario | None = None) -> tuple[SavedCopy, ...]:
        """Copies that can still be restored; parts only if a copy in one piece is left, should there ever be one."""
        left = tuple(saved for saved in copies_of(self.jobs) if survives(saved, scenario))
        if self.whole and all(saved.job.method not in IN_ONE_PIECE for saved in left):
            return ()
        return left

    def last_test(self, job: BackupJob) -> RestoreTest | None:
        return next(reversed(self.tests.get(job.id, ())), None)

    def last_passed(self, job: BackupJob) -> RestoreTest | None:
        return next((t for t in reversed(self.tests.get(job.id, ())) if t.result is TestResult.PASSED), None)

    @property
    def restore(self) -> tuple[Load, ...]:
        """What a restore loads, in order, if the newest state is wanted; empty if the rate was never measured.

        The longest chain counts. Parts without a passed test of their own count at the rate of the copy below them.
        """
        base = self.base
        measured = self.last_passed(base) if base else None
        if base is None or measured is None:
            return ()
        chain = sorted(self.parts, key=lambda job: -job.every.minutes)
        return (
            Load(base, 1, measured),
            *(Load(part, self.links(part), self.last_passed(part) or measured) for part in chain),
        )

    @property
    def restore_minutes(self) -> float | None:
        """Measured time to load everything; None if it was never measured."""
        loads = self.restore
        return sum(load.minutes for load in loads) if loads else None

    def links(self, part: BackupJob) -> int:
        """Most pieces of a job between two copies on which its chain starts; a differential copy has no chain."""
        below = self.below(part)
        if below is None or part.method is BackupMethod.DIFFERENTIAL:
            return 1
        return max(1, ceil(below.every.minutes / part.every.minutes))

    def below(self, part: BackupJob) -> BackupJob | None:
        """The most frequent job on whose copies a chain starts."""
        starts = _STARTS_CHAIN.get(part.method, frozenset())
        return min((job for job in self.jobs if job.method in starts), key=lambda job: job.every.minutes, default=None)


def copies_of(jobs: Iterable[BackupJob]) -> tuple[SavedCopy, ...]:
    """All copies of some jobs, in order of writing."""
    return tuple(SavedCopy(job, copy) for job in jobs for copy in job.copies)


def survives(saved: SavedCopy, scenario: Scenario | None) -> bool:
    """Whether a copy is left after its place or account is hit, or after an attacker destroys what can be reached."""
    if scenario is None:
        return True
    hit = saved.copy.site in scenario.hits_sites or saved.copy.account in scenario.hits_accounts
    return not hit and (saved.locked or not scenario.hostile)


def cause_of_loss(saved: SavedCopy, scenario: Scenario) -> tuple[str | int, ...]:
    """The path to the place in the scenario because of which a copy is lost."""
    if saved.copy.site in scenario.hits_sites:
        return ("hits_sites", scenario.hits_sites.index(saved.copy.site))
    if saved.copy.account in scenario.hits_accounts:
        return ("hits_accounts", scenario.hits_accounts.index(saved.copy.account))
    return ("hostile",)


def least_loss(copies: Iterable[SavedCopy]) -> SavedCopy | None:
    """The copy that loses least."""
    return min(copies, key=lambda saved: saved.worst_loss, default=None)


def concerned_systems(scenario: Scenario) -> frozenset[str]:
    """Systems whose data a scenario may cost: those that fail, and those that it restores."""
    return frozenset(scenario.fails).union(*(step.restores for step in scenario.steps))


def retest_due_on(test: RestoreTest, thresholds: Thresholds) -> date:
    """The day on which a restore test must have been repeated."""
    return min(add(test.on, test.repeat_every), add(test.on, thresholds.restore_test_within))


@dataclass(frozen=True)
class Recovery:
    """The backups of a handbook, by system."""

    handbook: Handbook

    @cached_property
    def backups(self) -> Mapping[str, SystemBackups]:
        """Systems that have a backup job, in order of the systems."""
        jobs: dict[str, list[BackupJob]] = {}
        for job in self.handbook.backup_jobs.values():
            jobs.setdefault(job.system, []).append(job)
        return {
            name: SystemBackups(system, tuple(jobs[name]), self._tests)
            for name, system in self.handbook.systems.items()
            if name in jobs
        }

    @cached_property
    def _tests(self) -> Mapping[str, tuple[RestoreTest, ...]]:
        by_job: dict[str, list[RestoreTest]] = {}
        for test in sorted(self.handbook.restore_tests.values(), key=lambda test: test.on):
            by_job.setdefault(test.job, []).append(test)
        return {job: tuple(tests) for job, tests in by_job.items()}
