"""Nobody knows when the emergency is over, or nobody may say so.

Every scenario has at least one condition under `stand_down.when`. `stood_down_by` in `severity.yml` names at least one
role.

## Why

An emergency that nobody ends keeps people from their rest and normal work from its start. Ended too early, it begins
anew. GB/T 29639-2020 and Regulation (EU) 2024/2690 want the conditions for the end written down, and a person who
declares it.

## How to fix

List under `stand_down.when` what must be true, each with its number ("no fault for 60 minutes"). List under
`stood_down_by` the roles that may end an emergency.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = (
    "Regulation (EU) 2024/2690, annex 4.1.2 (d)",
    "GB/T 29639-2020 (end of the response)",
    "ANSSI, crisis guide, 5.3",
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if not scenario.stand_down.when:
            yield Problem(
                Place.of(scenario.stand_down, "when"),
                f"The scenario `{scenario.id}` has no condition for its end.",
                expected="at least one condition under `when`",
                remedy="Write what must be true before the emergency is declared over, each with its number.",
            )
    plan = facts.handbook.severity
    if plan and not plan.stood_down_by:
        yield Problem(
            Place.of(plan, "stood_down_by"),
            "No role may declare an emergency over.",
            expected="at least one role under `stood_down_by`",
            remedy="Name the roles that may end an emergency, those under `stand_down.by` of the scenarios among them.",
        )
