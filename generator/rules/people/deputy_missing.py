"""A critical role has no deputy.

Every role that is marked `critical` names at least one role in `deputies`.

## Why

An emergency stands still without a critical role. On the day it is needed its holder is on a plane, asleep or
hurt, and nobody else may decide.

## How to fix

Name the roles that step in under `deputies`, the first to call in front, and tell them. If an emergency can go on
without the role, remove `critical`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.2 (alternates)", "CIS Controls v8, 17.1")


def check(facts: Facts) -> Iterator[Problem]:
    for role in facts.handbook.roles.values():
        if role.critical and not role.deputies:
            yield Problem(
                Place.of(role, "deputies"),
                f"The critical role `{role.id}` has no deputy.",
                expected="at least one role under `deputies`",
                remedy="Add `deputies: [...]` with the role that steps in first.",
            )
