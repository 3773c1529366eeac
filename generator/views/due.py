"""What falls due, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.analysis.agenda import Appointment, Occasion, Subject, agenda
from generator.analysis.facts import Facts
from generator.i18n.words import translatable as _
from generator.model.control import Plan, add
from generator.model.duration import Duration, Unit
from generator.model.exercises import CorrectiveAction, Exercise
from generator.model.governance import Waiver
from generator.model.handbook import Handbook
from generator.model.technical import RestoreTest
from generator.views.sitemap import Location, Sitemap

OCCASION_NAMES: Mapping[Occasion, str] = {
    Occasion.EXERCISE: _("Exercise"),
    Occasion.REVIEW: _("Review of the plan"),
    Occasion.ACTION: _("Corrective action"),
    Occasion.WAIVER: _("Waiver expires"),
    Occasion.RESTORE_TEST: _("Restore test"),
}
MONTHS = 12


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that falls due on a day."""

    occasion: Occasion
    subject: Subject
    title: str
    """Words of a plan."""
    location: Location
    role: str
    on: date
    days_left: int

    @property
    def kind(self) -> str:
        """A label."""
        return OCCASION_NAMES[self.occasion]

    @property
    def rule(self) -> str | None:
        """The rule that a waiver is about; its title is the reason."""
        return self.subject.rule if isinstance(self.subject, Waiver) else None

    @property
    def overdue(self) -> bool:
        return self.days_left < 0


@dataclass(frozen=True, slots=True)
class DueGroup:
    """What belongs together in time: all that is overdue, one month, or all that comes later."""

    anchor: str
    month: date | None
    """The first day of the month, unless it is another group."""
    rows: tuple[DueRow, ...]
    overdue: bool = False

    def count(self, occasion: Occasion) -> int:
        """How often something of a kind falls due."""
        return sum(row.occasion is occasion for row in self.rows)


@dataclass(frozen=True, slots=True)
class DueView:
    """What is overdue, what falls due in each of the next twelve months, and what comes later."""

    as_of: date
    groups: tuple[DueGroup, ...]
    """The overdue first, then by month from that of the day; empty ones too."""

    @property
    def filled(self) -> tuple[DueGroup, ...]:
        """Groups with something in them."""
        return tuple(group for group in self.groups if group.rows)

    @property
    def rows(self) -> tuple[DueRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def overdue(self) -> int:
        return sum(row.overdue for row in self.rows)

    @property
    def soon(self) -> int:
        """How much falls due within 30 days."""
        return sum(0 <= row.days_left <= 30 for row in self.rows)


def view_due(facts: Facts, sitemap: Sitemap) -> DueView:
    """All that falls due, as seen on the day of the facts."""
    rows = tuple(_row(appointment, facts, sitemap) for appointment in agenda(facts))
    return DueView(facts.as_of, tuple(_groups(rows, facts.as_of)))


def _row(appointment: Appointment, facts: Facts, sitemap: Sitemap) -> DueRow:
    subject = appointment.subject
    return DueRow(
        appointment.occasion,
        subject,
        _title(subject, facts.handbook),
        sitemap.find(subject.kind or "", subject.id),
        appointment.role,
        appointment.on,
        (appointment.on - facts.as_of).days,
    )


def _title(subject: Subject, handbook: Handbook) -> str:
    match subject:
        case Exercise() | Plan():
            return subject.title
        case CorrectiveAction():
            return subject.do
        case RestoreTest():
            return handbook.backup_jobs[subject.job].title
        case Waiver():
            return subject.reason


def _groups(rows: tuple[DueRow, ...], as_of: date) -> Iterator[DueGroup]:
    yield DueGroup("overdue", None, tuple(row for row in rows if row.overdue), overdue=True)
    ahead = [row for row in rows if not row.overdue]
    first = as_of.replace(day=1)
    starts = [add(first, Duration(number, Unit.MONTH)) for number in range(MONTHS + 1)]
    for start, end in pairwise(starts):
        found = tuple(row for row in ahead if start <= row.on < end)
        yield DueGroup(f"month-{start:%Y-%m}", start, found)
    yield DueGroup("later", None, tuple(row for row in ahead if row.on >= starts[-1]))
