"""What falls due, as calendar programs read it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from generator.analysis.agenda import agenda
from generator.analysis.facts import Facts
from generator.exports import calendar_bytes
from generator.i18n.words import Translator
from generator.model.handbook import Handbook
from generator.pipeline import Project, translator_for
from generator.views.sitemap import Sitemap

ENGLISH = Translator("en", "en")


def written(facts: Facts, translator: Translator = ENGLISH) -> bytes:
    return calendar_bytes(facts, Sitemap.of(facts.handbook), translator)


def events(content: bytes) -> dict[str, Any]:
    found = Calendar.from_ical(content)
    assert isinstance(found, Calendar)
    return {str(event["UID"]).partition("@")[0]: event for event in found.events}


def published(facts: Facts, address: str) -> Facts:
    book = facts.handbook
    return Facts(
        Handbook(book.settings.model_copy(update={"site_url": address}), book.plans, book.catalogs), facts.as_of
    )


def test_there_is_an_event_of_a_whole_day_for_each_appointment(bundled_facts: Facts) -> None:
    found = events(written(bundled_facts))
    appointments = {appointment.name: appointment for appointment in agenda(bundled_facts)}
    assert found.keys() == appointments.keys()
    for name, event in found.items():
        assert event.start == appointments[name].on
        assert event.end == event.start + timedelta(days=1)
        assert str(event["DTSTAMP"].to_ical().decode()) == "20261122T000000Z"
        assert event["SUMMARY"]
        assert event["DESCRIPTION"]
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["CONTACT"] == bundled_facts.handbook.roles[appointments[name].role].title


def test_an_event_says_what_is_due_and_who_sees_to_it(bundled_facts: Facts) -> None:
    found = events(written(bundled_facts))
    attack = found["exercise.attack.2"]
    assert attack["SUMMARY"] == "Exercise: Attack on the shop"
    assert "Disconnect the right systems and keep the evidence." in attack["DESCRIPTION"]
    assert attack["DESCRIPTION"].endswith("Who: Security lead")
    assert attack.categories == ["Exercise"]
    action = found["action.spanish-notices"]
    assert action["SUMMARY"].startswith("Corrective action: Have all notices")
    assert action["DESCRIPTION"].startswith("The notice for the customers in Spain")


def test_lines_end_and_break_as_the_standard_demands(bundled_facts: Facts, bundled_project: Project) -> None:
    content = written(bundled_facts, translator_for(bundled_project, bundled_facts.handbook, "zh"))
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert "演练" in content.decode().replace("\r\n ", "")


def test_languages_differ_in_words_and_agree_in_names_and_days(bundled_facts: Facts, bundled_project: Project) -> None:
    english = events(written(bundled_facts))
    chinese = events(written(bundled_facts, translator_for(bundled_project, bundled_facts.handbook, "zh")))
    assert {name: event.start for name, event in english.items()} == {n: event.start for n, event in chinese.items()}
    assert english["exercise.attack.2"]["SUMMARY"] != chinese["exercise.attack.2"]["SUMMARY"]


def test_the_same_day_gives_the_same_bytes(bundled_facts: Facts) -> None:
    assert written(bundled_facts) == written(bundled_facts)
    assert written(Facts(bundled_facts.handbook, date(2026, 11, 23))) != written(bundled_facts)


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("en", "https://plans.example/book/exercises.html#exercise-attack"),
        ("zh", "https://plans.example/book/zh/exercises.html#exercise-attack"),
    ],
)
def test_an_event_leads_to_its_page_where_the_site_has_an_address(
    bundled_facts: Facts, language: str, address: str
) -> None:
    facts = published(bundled_facts, "https://plans.example/book/")
    assert events(written(facts, Translator(language, "en")))["exercise.attack.2"]["URL"] == address
    assert "URL" not in events(written(bundled_facts))["exercise.attack.2"]


def test_two_companies_have_different_names_for_the_same_exercise(bundled_facts: Facts) -> None:
    book = bundled_facts.handbook
    other = book.settings.model_copy(update={"company": book.settings.company.model_copy(update={"name": "Other"})})
    content = written(Facts(Handbook(other, book.plans, book.catalogs), bundled_facts.as_of))
    names = {str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")}
    assert not names & {str(event["UID"]) for event in Calendar.from_ical(written(bundled_facts)).walk("VEVENT")}
