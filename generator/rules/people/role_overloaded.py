"""One role does or answers for too large a part of all steps.

Counted are the steps of all scenarios in which the role is `responsible` or `accountable`. Their share of all steps is
not more than `role_share_most`. Handbooks with fewer than 20 steps are left alone.

## Why

A role on which almost everything hangs is asleep, ill or busy with another emergency just when it is needed. Its card
becomes too long to read, and its deputy cannot replace it.

## How to fix

Make the lead of the department in question accountable for its own steps, and keep for this role what only it can
decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)
THRESHOLDS = ("role_share_most",)
_STEPS_LEAST = 20


def check(facts: Facts) -> Iterator[Problem]:
    most = facts.handbook.settings.thresholds.role_share_most
    total = sum(len(scenario.steps) for scenario in facts.handbook.scenarios.values())
    if total < _STEPS_LEAST:
        return
    for name, duties in facts.duties_by_role.items():
        count = sum(duty.acts for duty in duties)
        if count > most * total:
            yield Problem(
                Place.of(facts.handbook.roles[name], "id"),
                f"`{name}` does or answers for {count} of all {total} steps, which is {count / total:.0%}.",
                expected=f"at most {most:.0%} of all steps for one role",
                remedy=f"Make other roles `responsible` or `accountable` where `{name}` need not be.",
            )
