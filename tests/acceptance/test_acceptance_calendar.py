"""The calendar on the built site: in every language, linked, and leading to places that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from generator.analysis.agenda import agenda
from generator.analysis.facts import Facts
from generator.views.sitemap import Sitemap


@pytest.mark.parametrize("folder", ["", "zh", "es"])
def test_the_exercises_page_links_a_calendar_that_can_be_read(built_site: Path, folder: str) -> None:
    page = (built_site / folder / "exercises.html").read_text()
    assert 'href="downloads/calendar.ics"' in page
    content = (built_site / folder / "downloads/calendar.ics").read_bytes()
    assert len(Calendar.from_ical(content).walk("VEVENT")) > 100


def test_every_event_has_its_place_on_a_page(built_site: Path, bundled_facts: Facts) -> None:
    sitemap = Sitemap.of(bundled_facts.handbook)
    for appointment in agenda(bundled_facts):
        place = sitemap.find(appointment.subject.kind or "", appointment.subject.id)
        page = (built_site / place.page).read_text()
        assert not place.anchor or f'id="{place.anchor}"' in page or f"id={place.anchor}" in page, place
