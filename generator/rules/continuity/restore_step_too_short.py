"""A scenario gives a restore less time than the last restore tests needed.

For each step whose act is `restore`, the worst estimate in `takes` is compared with the measured restore time of each
system in `restores`: the newest copy in one piece and the longest chain on it, at the rate of the last passed tests.
Steps that work with a spare are not judged.

## Why

Every later step and every promise to customers is counted from this estimate. The people at the keyboard cannot load
data faster than in the test, least of all at night and with a half-broken system.

## How to fix

Write the measured time into `takes.worst` and move the limits of the steps behind it. If only a part of the data is
restored here, let the step restore only that system, and test that part.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SystemBackups
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.acts import Act
from generator.model.duration import Duration
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.2.2 (RTO)", "House rule: a restore takes as long as it was measured")


def check(facts: Facts) -> Iterator[Problem]:
    backups = facts.recovery.backups
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            if step.act is Act.RESTORE and not step.uses:
                measured = [backups[name] for name in step.restores if name in backups]
                yield from _judged(scenario, step, measured)


def _judged(scenario: Scenario, step: Step, measured: list[SystemBackups]) -> Iterator[Problem]:
    slowest = max(measured, key=lambda backups: backups.restore_minutes or 0, default=None)
    if slowest is None or not is_later(slowest.restore_minutes or 0, step.takes.worst.minutes):
        return
    name, time = slowest.system.id, Duration.spell(slowest.restore_minutes or 0)
    yield Problem(
        Place.of(step, "takes", "worst"),
        f"The step `{step.id}` of `{scenario.id}` restores `{name}` in {step.takes.worst} at worst, but at the "
        f"measured rate it takes {time}.",
        expected=f"at least {time}",
        remedy="Write the measured time here and move the limits behind it, or restore less in this step.",
        related=tuple(Related(Place.of(load.test, "took"), "measured here") for load in slowest.restore),
    )
