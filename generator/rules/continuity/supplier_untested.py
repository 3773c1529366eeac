"""A supplier of a critical system has not shown that its own emergency plan works.

Each supplier of a `critical` system has a `continuity_tested_on` that is not older than `restore_test_within`.

## Why

Your plan is worth no more than the plan of the one you wait for. A supplier that never tests its recovery finds its
faults in the same hour as you.

## How to fix

Ask for the last test report once a year, write its date into `continuity_tested_on`, and put this duty into the next
contract.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.analysis.suppliers import supplies
from generator.finding import Level
from generator.model.control import add
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("SCF BCD-10.3",)
THRESHOLDS = ("restore_test_within",)


def check(facts: Facts) -> Iterator[Problem]:
    most = facts.handbook.settings.thresholds.restore_test_within
    for supply in supplies(facts.handbook):
        tested = supply.body.continuity_tested_on
        if supply.critical and (tested is None or add(tested, most) < facts.as_of):
            last = f"last showed a test of its emergency plan on {tested}" if tested else "never showed a test"
            yield Problem(
                Place.of(supply.body, "continuity_tested_on"),
                f"`{supply.body.id}` {last}, but supplies {in_backticks(system.id for system in supply.critical)}.",
                expected=f"a test of the last {most}",
                remedy="Ask for the report of its last test and write the date into `continuity_tested_on`.",
                related=tuple(
                    Related(Place.of(system, "supplier"), "a critical system that it supplies")
                    for system in supply.critical
                ),
            )
