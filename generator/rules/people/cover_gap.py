"""At some hour of the week nobody is on duty in a role that must always answer.

The `intake` of the settings and every role with `around_the_clock: true` need shifts that together cover all 168 hours
of the week. A shift counts if one of its people is active. One that ends at or before its start runs into the next day.

## Why

Emergencies do not keep office hours. In the open hour the first call goes nowhere, and every limit of the plan starts
too late. PCI DSS 4.0.1 (12.10.3) asks for named people who are available at any time, ANSSI for an on-call scheme.

## How to fix

Move `starts` or `ends` of the shifts next to the gap, add the missing days to `weekdays`, or add a shift with `people`
who are there. If the role need not be there at any hour, remove `around_the_clock`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.cover import DAY, WEEK, Span, manned, on_duty, open_hours
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Role, Shift, Weekday
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("PCI DSS 4.0.1, 12.10.3", "ANSSI, crisis management maturity, 4.1")
_SPANS_TOLD = 3


def check(facts: Facts) -> Iterator[Problem]:
    intake = facts.handbook.settings.intake
    for role in facts.handbook.roles.values():
        gaps = open_hours(facts.handbook, role.id) if role.around_the_clock or role.id == intake else ()
        if gaps:
            yield _problem(facts, role, gaps)


def _problem(facts: Facts, role: Role, gaps: tuple[Span, ...]) -> Problem:
    shifts = [shift for shift in facts.handbook.shifts.values() if shift.role == role.id]
    hours = sum(gap.hours for gap in gaps)
    if not shifts:
        return _no_shift(facts, role)
    return Problem(
        _place(facts, gaps[0], shifts),
        f"Nobody is on duty as `{role.id}` {_told(gaps)} ({hours:g} of 168 h open).",
        expected="shifts that cover all 168 hours of the week",
        remedy="Let a neighbouring shift begin earlier or end later, or add a shift with somebody who is there.",
        related=tuple(
            Related(Place.of(shift, "starts"), "the next shift begins here")
            for shift in shifts
            if _begins(shift, gaps[0].ends) and manned(facts.handbook, shift)
        ),
    )


def _no_shift(facts: Facts, role: Role) -> Problem:
    marked = Place.of(role, "around_the_clock")
    return Problem(
        marked if role.around_the_clock else Place.of(facts.handbook.settings, "intake"),
        f"`{role.id}` must answer at any hour, but has no shift.",
        expected="shifts that cover all 168 hours of the week",
        remedy=f"Add entries under `shifts` with `role: {role.id}`.",
    )


def _place(facts: Facts, gap: Span, shifts: list[Shift]) -> Place:
    """The value to correct: people who are not there, missing days, or an end that comes too early."""
    for shift in shifts:
        if not manned(facts.handbook, shift) and _covers(on_duty(shift), gap):
            return Place.of(shift, "people")
    for shift in shifts:
        if _covers(on_duty(shift.model_copy(update={"weekdays": tuple(Weekday)})), gap):
            return Place.of(shift, "weekdays")
    before = [shift for shift in shifts if any((span.ends - gap.starts) % WEEK == 0 for span in on_duty(shift))]
    return Place.of((before or shifts)[0], "ends")


def _covers(spans: Iterable[Span], gap: Span) -> bool:
    return any(span.starts <= gap.starts < span.ends for span in spans)


def _begins(shift: Shift, minute: int) -> bool:
    return any((span.starts - minute) % WEEK == 0 for span in on_duty(shift))


def _told(gaps: tuple[Span, ...]) -> str:
    """The gaps in words: those at the same hour of every day as one."""
    if gaps[0].ends - gaps[0].starts >= WEEK:
        return "at any hour"
    if len(gaps) == len(Weekday) and len({(gap.starts % DAY, gap.hours) for gap in gaps}) == 1:
        return f"every day from {_time(gaps[0])}"
    more = len(gaps) - _SPANS_TOLD
    named = ", ".join(f"from {gap}" for gap in gaps[:_SPANS_TOLD])
    return f"{named} and {more} more times" if more > 0 else named


def _time(gap: Span) -> str:
    return str(gap).replace("Monday ", "").replace("Tuesday ", "")
