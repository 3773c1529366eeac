"""Whatever plans are called, calendar programs read it as it was written, under names that stay."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.analysis.facts import Facts
from generator.exports import calendar_bytes
from generator.i18n.words import Translator
from generator.render.prose import plain_text
from generator.views.sitemap import Sitemap
from tests.properties.places import PROPERTY
from tests.unit.analysis.sample_plans import exercise, exercises, handbook, organization

AS_OF = date(2026, 11, 22)
SIGNS = [
    ",",
    ";",
    ":",
    "\\",
    "\n",
    "\\n",
    '"',
    " ",
    "a",
    "Z",
    "火灾",
    "演练",
    "é",
    "🔥",
    "BEGIN:VEVENT",
    "=",
    "^",
    "\t",
]
TEXT = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=60).map("".join).filter(str.strip)
DAYS = st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(str)


def read(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def written(titles: list[str], days: list[str], objective: str = "Try.") -> bytes:
    entries = [
        {**exercise(f"drill-{number}", next_on=day), "title": title, "objectives": [objective]}
        for number, (title, day) in enumerate(zip(titles, days, strict=True))
    ]
    facts = Facts(handbook(exercises(*entries), organization()), AS_OF)
    return calendar_bytes(facts, Sitemap.of(facts.handbook), Translator("en", "en"))


@PROPERTY
@given(title=TEXT, objective=TEXT, day=DAYS)
def test_any_words_come_back(title: str, objective: str, day: str) -> None:
    content = written([title], [day], objective)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    first = next(event for event in read(content) if event["UID"].startswith("exercise."))
    assert first["SUMMARY"] == f"Exercise: {plain_text(' '.join(title.split()))}"
    assert first["DESCRIPTION"] == f"drill\n{plain_text(objective.strip())}\nWho: Chief"


@PROPERTY
@given(titles=st.lists(TEXT, min_size=1, max_size=3), data=st.data())
def test_names_are_unique_and_stay_when_days_move(titles: list[str], data: st.DataObject) -> None:
    days = st.lists(DAYS, min_size=len(titles), max_size=len(titles))
    names = [[str(event["UID"]) for event in read(written(titles, data.draw(days)))] for _ in range(2)]
    assert all(len(set(found)) == len(found) for found in names)
    one, other = map(set, names)
    firsts = {name for name in one if name.startswith("exercise.") and name.partition("@")[0].endswith(".1")}
    assert len(firsts) == len(titles)
    assert firsts <= other
    rounds = [{name for name in found if name.startswith("exercise.")} for found in (one, other)]
    assert one - rounds[0] == other - rounds[1]
