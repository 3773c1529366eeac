"""A backup takes longer than the time until the next one starts.

`takes` of each job is at most its `every`.

## Why

Jobs then pile up, slow each other down or are skipped without a word. The true interval is longer than the plan says,
and so is the loss.

## How to fix

Make the job faster (incremental instead of full, a quicker line) or raise `every`, and check the `rpo` again.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: a job ends before it starts again",)


def check(facts: Facts) -> Iterator[Problem]:
    for job in facts.handbook.backup_jobs.values():
        if is_later(job.takes.minutes, job.every.minutes):
            yield Problem(
                Place.of(job, "takes"),
                f"`{job.id}` takes {job.takes}, but starts again every {job.every}.",
                expected=f"at most {job.every}",
                remedy="Make the job faster, or raise `every` and check the `rpo` again.",
                related=(Related(Place.of(job, "every"), "how often it starts"),),
            )
