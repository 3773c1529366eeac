"""Staff do not learn which number to report to.

`intake` in `severity.yml` holds a phone number: at least three digits in a row, spaces and hyphens aside. The numbers
of outside bodies of the kind `emergency-service` do not count: they lead to the rescuers, not to the company.

## Why

The first minutes decide, and the one who sees the smoke is often the newest colleague. "Report to the duty desk" helps
only those who know its number by heart. GB/T 29639-2020 wants the duty phone in the plan.

## How to fix

Write the number into `intake`, with what the caller should say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import BodyKind
from generator.model.handbook import Handbook
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020 (information intake)", "BSI IT-Grundschutz, DER.2.1.A9.2")

_NUMBER = re.compile(r"\d(?:[ ()\-]*\d){2,}")


def check(facts: Facts) -> Iterator[Problem]:
    plan = facts.handbook.severity
    if plan and not _numbers(plan.intake) - _rescue_numbers(facts.handbook):
        yield Problem(
            Place.of(plan, "intake"),
            "The text tells where everybody reports, but gives no phone number of the company.",
            expected="the number that is answered at any hour",
            remedy='Write "Call ... at +86 ...".',
        )


def _numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in _NUMBER.findall(text)}


def _rescue_numbers(handbook: Handbook) -> set[str]:
    rescuers = [b for b in handbook.outside_bodies.values() if b.body is BodyKind.EMERGENCY_SERVICE]
    return {number for body in rescuers for way in body.contacts for number in _numbers(way.value)}
