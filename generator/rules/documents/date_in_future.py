"""Something is said to have happened on a day that has not come yet.

Days of approvals, revisions, checks, tests, trainings, assignments, exercises, emergencies and closed actions are not
later than today, the day for which the handbook is checked.

## Why

A test that is dated ahead was not carried out. Every age that the checks work out from such a date is wrong, so real
gaps stay hidden.

## How to fix

Write the day on which it really happened. For what is only planned use the fields for plans, such as `next_on`,
`due_on` or `effective_on`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.element import Element
from generator.model.governance import ReviewTrigger
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("House rule",)
PAST = frozenset(
    {
        "accepted_on", "approved_on", "began_on", "checked_on", "closed_on", "continuity_tested_on", "ended_on",
        "last_checked_on", "on", "renewed_on", "reviewed_on", "since_on", "trained_on", "verified_on",
    }
)  # fmt: skip


def check(facts: Facts) -> Iterator[Problem]:
    for part in (*facts.handbook.parts, *facts.handbook.approvals):
        for element in part.walk():
            for field in _past_fields(type(element)):
                day: date | None = getattr(element, field)
                if day and day > facts.as_of:
                    yield _problem(element, field, day, facts.as_of)


@cache
def _past_fields(model: type[Element]) -> tuple[str, ...]:
    # A change of the law may be known before its day.
    return () if model is ReviewTrigger else tuple(name for name in model.model_fields if name in PAST)


def _problem(element: Element, field: str, day: date, as_of: date) -> Problem:
    name = getattr(element, "id", None)
    owner = f" of `{name}`" if name else ""
    ahead = (day - as_of).days
    return Problem(
        Place.of(element, field),
        f"`{field}`{owner} is {day}, which lies {ahead} day{'s' * (ahead > 1)} ahead.",
        expected=f"{as_of} or an earlier day",
        remedy="Write the day on which it happened, or remove it until it has.",
    )
