"""Nothing of the emergency is written down.

No step with `act: log`, `act: grade` or `act: stand-down` has a `record`.

## Why

Afterwards the company must show an authority, a court or the insurer who knew what at which time and who decided. From
memory this cannot be told. The review has nothing to work with either.

## How to fix

Say in the step that sets the grade where the log is opened: `record: Grade and time in the incident log`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = (
    "ISO 22301:2019, 8.4.3",
    "Regulation (EU) 2024/2690, annex 3.5.4",
    "Regulation (EU) 2022/2554 (DORA), art. 11(8)",
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        steps = scenario.doing(Act.LOG, Act.GRADE, Act.STAND_DOWN)
        if not any(step.record for step in steps):
            yield Problem(
                Place.of(steps[0], "record") if steps else Place.of(scenario, "phases"),
                f"No step of `{scenario.id}` opens or closes a log.",
                expected="a `record` in the step that sets the grade, keeps the log or declares the end",
                remedy="Add `record: Grade and time in the incident log` to the step that sets the grade.",
            )
