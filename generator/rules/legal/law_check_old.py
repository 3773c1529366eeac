"""Nobody has looked at the text of this law for too long.

`last_checked_on` of every obligation, statute and legal floor is at most `legal_check_within` old.

## Why

Deadlines, articles and recipients change every year. A clock that was right at the last check may be wrong today, and
the handbook shows it with the same certainty. A fixed rhythm of checks is the only thing that finds it.

## How to fix

Read the official text again, correct what changed, and write the day of the check into `last_checked_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import add
from generator.model.legal import Obligation, Statute
from generator.model.remediation import LegalFloor
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule: every legal clock is checked twice a year",)
THRESHOLDS = ("legal_check_within",)


def check(facts: Facts) -> Iterator[Problem]:
    handbook = facts.handbook
    within = handbook.settings.thresholds.legal_check_within
    sources: tuple[Statute | Obligation | LegalFloor, ...] = (
        *handbook.statutes.values(),
        *handbook.obligations.values(),
        *handbook.floors.values(),
    )
    for source in sources:
        due_on = add(source.last_checked_on, within)
        if due_on < facts.as_of:
            yield Problem(
                Place.of(source, "last_checked_on"),
                f"`{source.id}` was last checked on {source.last_checked_on}; the next check was due on {due_on}.",
                expected=f"a check in the last {within}",
                remedy="Read the official text again and write the day into `last_checked_on`.",
            )
