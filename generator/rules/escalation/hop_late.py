"""An escalation path waits too long before it calls somebody.

The first step of a path comes no later than `updates_every` of its grade; on the path of the worst grade also no later
than the threshold `urgent`. Between two steps no more time passes than `updates_every`.

## Why

Whoever gets updates every 30 minutes expects somebody to be at work. If the path lets an hour pass before the next
call, two updates go out with nothing to report, and nobody has been asked why.

## How to fix

Shorten `after`, or insert a step between the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.alarm import paths_of
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.severity import EscalationPath, Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)
THRESHOLDS = ("urgent",)


def check(facts: Facts) -> Iterator[Problem]:
    urgent = facts.handbook.settings.thresholds.urgent
    for number, grade in enumerate(facts.handbook.grades.values()):
        for path in paths_of(facts.handbook, grade.id):
            yield from _first(grade, path, urgent if number == 0 else grade.updates_every)
            yield from _gaps(grade, path)


def _first(grade: Grade, path: EscalationPath, urgent: Duration) -> Iterator[Problem]:
    most = min(urgent, grade.updates_every, key=lambda length: length.minutes)
    if path.steps and path.steps[0].after.minutes > most.minutes:
        yield Problem(
            Place.of(path.steps[0], "after"),
            f"At `{grade.id}` the first call comes {path.steps[0].after} after the report.",
            expected=f"{most} or less",
            remedy="Call the first role at once: `after: 0 min`.",
            related=(Related(Place.of(grade, "updates_every"), "time between two updates"),),
        )


def _gaps(grade: Grade, path: EscalationPath) -> Iterator[Problem]:
    for earlier, later in pairwise(path.steps):
        gap = later.after.minutes - earlier.after.minutes
        if gap > grade.updates_every.minutes:
            yield Problem(
                Place.of(later, "after"),
                f"At `{grade.id}` {Duration.spell(gap)} pass before `{later.notify}` is called, though there is "
                f"an update every {grade.updates_every}.",
                expected=f"at most {grade.updates_every} after the step before",
                remedy="Shorten `after`, or call somebody in between.",
                related=(
                    Related(Place.of(earlier, "after"), "the step before"),
                    Related(Place.of(grade, "updates_every"), "time between two updates"),
                ),
            )
