"""The company gives itself more time than the law allows.

`company_limit` of an obligation is never longer than its `deadline`. Lengths in different units are compared on the
worst day: business days of the company at their longest, the deadline at its shortest.

## Why

The team works by the company limit, since it is the stricter one. If it is not, everybody keeps the rule of the house
and breaks the law. It happens most with business days: over a long holiday 3 of them last more than a week.

## How to fix

Write a `company_limit` that ends before the deadline, in the same unit as the law.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calendars import may_exceed
from generator.analysis.clocks import places_of
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule: company policy is stricter than the law",)


def check(facts: Facts) -> Iterator[Problem]:
    years = range(facts.as_of.year, facts.as_of.year + 2)
    for obligation in facts.handbook.obligations.values():
        deadline, own = obligation.deadline, obligation.company_limit
        places = places_of(facts.handbook, obligation)
        if deadline and any(may_exceed(own, deadline, place, years) for place in places):
            yield Problem(
                Place.of(obligation, "company_limit"),
                f"The company limit of `{obligation.id}` is {own}, which can be longer than the {deadline} of the law.",
                expected=f"a company limit shorter than {deadline} on every day of the year",
                remedy="Shorten `company_limit`; leave time for a portal that fails and a question that comes back.",
                related=(Related(Place.of(obligation, "deadline"), "the deadline of the law"),),
            )
