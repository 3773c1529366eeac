"""What falls due, as an iCalendar file (RFC 5545) that calendar programs import or subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from icalendar import TRANSP, Calendar, Event

from generator.analysis.agenda import Appointment, agenda
from generator.analysis.facts import Facts
from generator.i18n.labels import name_of
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.model.control import Plan
from generator.model.exercises import CorrectiveAction, Exercise
from generator.model.governance import Waiver
from generator.model.handbook import Handbook
from generator.model.technical import RestoreTest
from generator.render.prose import plain_text
from generator.views.due import OCCASION_NAMES
from generator.views.sitemap import Sitemap

_MAKER = "-//emergency-plan-handbook//handbook calendar//EN"


def calendar_bytes(facts: Facts, sitemap: Sitemap, translator: Translator) -> bytes:
    """All that falls due, in one language. The same handbook on the same day gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plain_text(translator.words(facts.handbook.settings.company.name).text))
    events = _Events(facts, sitemap, translator)
    for appointment in agenda(facts):
        calendar.add_component(events.event(appointment))
    return bytes(calendar.to_ical())


@dataclass(frozen=True)
class _Events:
    facts: Facts
    sitemap: Sitemap
    translator: Translator

    def event(self, appointment: Appointment) -> Event:
        """A whole day that leaves its people free: the work can be done before it."""
        name = self.translator.gettext(OCCASION_NAMES[appointment.occasion])
        return Event.new(
            uid=_uid(appointment, self.facts.handbook),
            stamp=datetime.combine(self.facts.as_of, time(), UTC),
            start=appointment.on,
            end=appointment.on + timedelta(days=1),
            summary=f"{name}: {self._title(appointment)}",
            description="\n".join([*self._told(appointment), self._role(appointment.role)]),
            categories=[name],
            contacts=[self._say(self.facts.handbook.roles[appointment.role].title)],
            url=self._url(appointment),
            transparency=TRANSP.TRANSPARENT,
        )

    def _title(self, appointment: Appointment) -> str:
        match appointment.subject:
            case Exercise() | Plan():
                return self._say(appointment.subject.title)
            case CorrectiveAction():
                return self._say(appointment.subject.do)
            case RestoreTest():
                return self._say(self.facts.handbook.backup_jobs[appointment.subject.job].title)
            case Waiver():
                return f"{appointment.subject.rule}, {appointment.subject.at}"

    def _told(self, appointment: Appointment) -> Iterator[str]:
        match appointment.subject:
            case Exercise() as exercise:
                yield self.translator.gettext(name_of(exercise.exercise))
                yield from map(self._say, exercise.objectives)
            case Plan() as plan:
                yield f"{plan.position().file}, {plan.control.version}"
            case CorrectiveAction() as action:
                yield self._say(self.facts.handbook.exercise_findings[action.finding].finding)
            case Waiver() as waiver:
                yield self._say(waiver.reason)
            case RestoreTest() as test:
                yield self._say(test.checks)

    def _role(self, role: str) -> str:
        return f"{self.translator.gettext(_('Who'))}: {self._say(self.facts.handbook.roles[role].title)}"

    def _say(self, text: str) -> str:
        return plain_text(self.translator.words(text).text)

    def _url(self, appointment: Appointment) -> str | None:
        """The page on the site, in the language of the calendar; None for a site without an address."""
        settings = self.facts.handbook.settings
        if not settings.site_url:
            return None
        subject = appointment.subject
        path = self.sitemap.find(subject.kind or "", subject.id).seen_from("")
        language = "" if self.translator.language == settings.source_language else f"{self.translator.language}/"
        return f"{settings.site_url.rstrip('/')}/{language}{path}"


def _uid(appointment: Appointment, handbook: Handbook) -> str:
    """The name of the appointment, at a company: people may have the calendars of two companies."""
    company = sha256(handbook.settings.company.name.encode()).hexdigest()[:16]
    return f"{appointment.name}@{company}.handbook.invalid"
