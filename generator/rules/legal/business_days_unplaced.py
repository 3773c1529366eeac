"""A clock runs in business days, but of which place is not said.

For an obligation with a deadline, a company limit or a follow-up in business days: each recipient has a `place`, or the
company has one in `handbook.yml`.

## Why

Business days are counted by the public holidays of the recipient's place. Without a place only weekends are taken off,
and before the Spring Festival or the Spanish August the count is wrong by days.

## How to fix

Add `place` to the outside body, such as `CN` or `ES-VC`, or to the company in `handbook.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import places_of
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.duration import Duration, Unit
from generator.model.element import Element
from generator.model.legal import Obligation
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: business days need a calendar",)


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        written = next(_in_business_days(obligation), None)
        if written and None in places_of(facts.handbook, obligation):
            element, field, length = written
            bodies = [facts.handbook.outside_bodies[name] for name in obligation.recipients]
            yield Problem(
                Place.of(element, field),
                f"`{obligation.id}` counts {length}, but neither its recipients nor the company have a place.",
                expected="a `place` whose public holidays count",
                remedy="Add `place: ...` to the recipients, or to the company in `handbook.yml`.",
                related=tuple(Related(Place.of(body), "has no place") for body in bodies if body.place is None),
            )


def _in_business_days(obligation: Obligation) -> Iterator[tuple[Element, str, Duration]]:
    lengths: list[tuple[Element, str, Duration | None]] = [
        (obligation, "deadline", obligation.deadline),
        (obligation, "company_limit", obligation.company_limit),
        *((report, "deadline", report.deadline) for report in obligation.follow_ups),
    ]
    for element, field, length in lengths:
        if length and length.unit is Unit.BUSINESS_DAY:
            yield element, field, length
