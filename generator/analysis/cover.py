"""At which hours of the week a role is on duty, and at which nobody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.handbook import Handbook
from generator.model.organization import PersonStatus, Shift, Weekday

DAY = 1440
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the week in minutes from Monday 00:00; one that runs over Sunday midnight ends after `WEEK`."""

    starts: int
    ends: int

    @property
    def hours(self) -> float:
        return (self.ends - self.starts) / 60

    def __str__(self) -> str:
        return f"{_clock(self.starts)} to {_clock(self.ends)}"


def open_hours(handbook: Handbook, *roles: str) -> tuple[Span, ...]:
    """The parts of the week in which none of the roles has a shift with somebody who can be called upon."""
    shifts = [shift for shift in handbook.shifts.values() if shift.role in roles and manned(handbook, shift)]
    spans = sorted((span for shift in shifts for span in on_duty(shift)), key=lambda span: span.starts)
    return _over_midnight(_between(spans))


def manned(handbook: Handbook, shift: Shift) -> bool:
    """Whether somebody of the shift can be called upon."""
    return any(handbook.people[person].status is PersonStatus.ACTIVE for person in shift.people)


def on_duty(shift: Shift) -> Iterator[Span]:
    """The spans of one shift; what runs into the next week counts at the beginning of this one."""
    starts, ends = _minutes(shift.starts), _minutes(shift.ends)
    length = (ends - starts) % DAY or DAY
    for number, day in enumerate(Weekday):
        if day in shift.weekdays:
            begin = number * DAY + starts
            yield Span(begin, min(begin + length, WEEK))
            if begin + length > WEEK:
                yield Span(0, begin + length - WEEK)


def _between(spans: list[Span]) -> list[Span]:
    """What the spans, sorted by their beginning, leave open."""
    gaps, covered = [], 0
    for span in spans:
        if span.starts > covered:
            gaps.append(Span(covered, span.starts))
        covered = max(covered, span.ends)
    return [*gaps, Span(covered, WEEK)] if covered < WEEK else gaps


def _over_midnight(gaps: list[Span]) -> tuple[Span, ...]:
    """The gap at the end of the week and the one at its beginning are one."""
    if len(gaps) > 1 and gaps[0].starts == 0 and gaps[-1].ends == WEEK:
        return (*gaps[1:-1], Span(gaps[-1].starts, WEEK + gaps[0].ends))
    return tuple(gaps)


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int) -> str:
    if minutes == WEEK:
        return "Sunday 24:00"
    day, rest = divmod(minutes % WEEK, DAY)
    return f"{list(Weekday)[day].capitalize()} {rest // 60:02}:{rest % 60:02}"
