"""Something is defined that no plan makes use of.

A channel, approval path, authority, site or department is named by no other part of the handbook. Unused roles, spares
and audiences have rules of their own.

## Why

What is listed but never used is not kept up to date and still read as if it were. Often it is the trace of a
forgotten step: the second hotline over which nothing is said.

## How to fix

Name it where it is needed, for instance a channel in `via` of a step, or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.references import referred_to
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.NOTE
SOURCES = ("House rule",)
USED_IN = {
    "channel": "`via` of a step or `channels` of a statement",
    "approval-path": "`approval` of a statement",
    "authority": "`authorities` of a role",
    "site": "`site` of a person, a copy or a spare, or `hits_sites` of a scenario",
    "department": "`department` of a role",
}
"""Kinds that exist only to be used, and where that is said."""


def check(facts: Facts) -> Iterator[Problem]:
    named = referred_to(facts.handbook)
    for kind, use in USED_IN.items():
        for name, element in facts.handbook.index.get(kind, {}).items():
            if (kind, name) not in named:
                yield Problem(
                    Place.of(element, "id"),
                    f"The {kind.replace('-', ' ')} `{name}` is used nowhere.",
                    expected=f"its id in {use}",
                    remedy="Name it where it is needed, or remove it.",
                )
