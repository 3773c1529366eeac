"""An obligation states a longer deadline than the law, or counts it in another unit.

`deadline` of an obligation equals or is shorter than `deadline` of the statute that it names, and counts the same way:
hours and days run on, business days skip days off, months follow the calendar. A deadline where the law says "at once"
is found too, and so is a missing one.

## Why

Three business days before a holiday last more than a week; 72 hours never do. A template with the wrong unit turns a
duty of three days into one of ten, and nobody notices until the authority counts.

## How to fix

Copy amount and unit of the statute into `deadline`. The company's own, shorter limit belongs into `company_limit`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calendars import count_of
from generator.analysis.facts import Facts
from generator.analysis.law import statute_of
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.legal import Obligation, Statute
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("The law that the obligation names", "GDPR, art. 33 (72 clock hours)")


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        statute = statute_of(facts.handbook, obligation)
        fault = _fault(obligation.deadline, statute.deadline) if statute else None
        if statute and fault is not None:
            yield _problem(obligation, statute, fault)


def _fault(own: Duration | None, law: Duration | None) -> str | None:
    if own is None or law is None:
        return None if own is law else ""
    if count_of(own.unit) is not count_of(law.unit):
        return f" One is counted in {count_of(own.unit)}, the other in {count_of(law.unit)}."
    return "" if own.minutes > law.minutes else None


def _problem(obligation: Obligation, statute: Statute, more: str) -> Problem:
    own, law = obligation.deadline, statute.deadline
    has = f"a deadline of {own}" if own else "no deadline"
    return Problem(
        Place.of(obligation, "deadline"),
        f"`{obligation.id}` has {has}, but the law `{statute.id}` says {law or 'at once'}.{more}",
        expected=f"`deadline: {law}`" if law else "no `deadline`, since the law says at once",
        remedy=f"Write `deadline: {law}`." if law else "Remove `deadline`; the company's own limit is `company_limit`.",
        related=(Related(Place.of(statute, "deadline"), "the deadline in the law"),),
    )
