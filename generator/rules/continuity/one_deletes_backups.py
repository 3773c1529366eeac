"""One person alone can delete the backups.

`deleted_by` of each job names at least two roles that must act together, and the people to call first for them are
not all the same person. Jobs whose copies are all immutable are not judged.

## Why

A single angry, blackmailed or careless administrator, or whoever stole the login, then removes the last way back. Two
people hardly make the same mistake at the same time.

## How to fix

Name a second role in `deleted_by` that is filled by another person, best from outside the team that runs the backup,
and set up the rights like that.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.technical import BackupJob
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("SCF BCD-11.8",)


def check(facts: Facts) -> Iterator[Problem]:
    for job in facts.handbook.backup_jobs.values():
        if not job.copies or all(copy.immutable for copy in job.copies):
            continue
        if len(set(job.deleted_by)) < 2:
            yield _too_few(job)
        else:
            yield from _one_person(facts, job)


def _too_few(job: BackupJob) -> Problem:
    alone = f"`{job.deleted_by[0]}` alone may" if job.deleted_by else "Nothing says who may"
    return Problem(
        Place.of(job, "deleted_by"),
        f"{alone} delete the copies of `{job.id}`.",
        expected="two roles that must act together",
        remedy="Name a second role in `deleted_by` that is filled by another person.",
    )


def _one_person(facts: Facts, job: BackupJob) -> Iterator[Problem]:
    calls = [first_holder(facts.handbook, role) for role in job.deleted_by]
    known = [call for call in calls if call]
    if len(known) == len(calls) and len({call.person.id for call in known}) == 1:
        yield Problem(
            Place.of(job, "deleted_by"),
            f"`{known[0].person.id}` fills every role that must act together to delete the copies of `{job.id}`.",
            expected="roles that are filled by different people",
            remedy="Name a role here that another person fills.",
            related=tuple(Related(Place.of(call.assignment, "person"), "the same person") for call in known),
        )
