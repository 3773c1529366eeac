"""A step promises a report later than the company's own limit.

For each step that `notifies` an obligation, its limit ends within `company_limit` of the obligation, counted from the
same start of the clock as the deadline of the law. Own limits in business days count at their longest.

## Why

The company limit is the promise that keeps the law out of reach of surprises, and the only number where the law says
"at once". If the plan gives the step more time, two pages of the handbook contradict each other, and the team works by
the later one.

## How to fix

Shorten `within` of the step, or, if the limit is not realistic, raise `company_limit` of the obligation. Never above
the deadline of the law.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import Clock
from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule: the plan keeps the company's own limits",)


def check(facts: Facts) -> Iterator[Problem]:
    late: dict[tuple[str, str], list[Clock]] = {}
    for clock in facts.clocks:
        if clock.limit_after_company and not clock.limit_too_late:
            late.setdefault((clock.scenario.id, clock.step.id), []).append(clock)
    yield from (_problem(clocks) for clocks in late.values())


def _problem(clocks: list[Clock]) -> Problem:
    clocks.sort(key=lambda clock: clock.obligation.company_limit.minutes)
    first, *others = clocks
    limit = first.obligation.company_limit
    more = f"; also late for {in_backticks(clock.obligation.id for clock in others)}" if others else ""
    return Problem(
        Place.of(first.step, "within"),
        f"`{first.step.id}` is due {Duration.spell(first.limit)} after the start of the clock, "
        f"but the company limit of `{first.obligation.id}` is {limit}{more}.",
        expected=f"a limit within {limit}",
        remedy=f"Shorten `within` of `{first.step.id}`, or raise `company_limit` of `{first.obligation.id}`.",
        related=tuple(Related(Place.of(c.obligation, "company_limit"), "the limit of the company") for c in clocks),
    )
