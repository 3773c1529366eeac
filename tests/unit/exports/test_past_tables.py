"""Changes and revisions as tables: the rows are those of the pages."""

from __future__ import annotations

from datetime import date

from generator.analysis.facts import Facts
from generator.exports import Table, past_tables
from generator.history.compare import compare
from generator.history.past import NO_PAST, Past, PastEdition, plan_entries
from generator.i18n.words import Translator
from generator.model.handbook import Handbook
from generator.render.prose import plain_text
from generator.views.changes import News
from generator.views.sitemap import Sitemap
from tests.unit.analysis.sample_plans import AS_OF, handbook, scenario, step
from tests.unit.history.edits import PEOPLE

BEFORE = handbook(PEOPLE, scenario(step("call", within="5 min", do="Call the guard now.")))
AFTER = handbook(PEOPLE, scenario(step("call", within="15 min", do="Call the gate now."), control={"version": "1.1.0"}))
EDITION = PastEdition("2026.10", date(2026, 10, 20), "c0ffee", "", {e.id: e for e in plan_entries(BEFORE)})
ENGLISH = Translator("en", "en")


def tables(past: Past, now: Handbook = AFTER, translator: Translator = ENGLISH) -> dict[str, Table]:
    news = News.of(past, now, Sitemap.of(now), translator, plain_text)
    return {table.name: table for table in past_tables(Facts(now, AS_OF), news, translator)}


def test_every_change_of_the_page_has_a_row_with_signs_around_changed_words() -> None:
    found = tables(Past((EDITION,), compare(BEFORE, AFTER), None))["changes"]
    assert [(row[2], row[4], row[6], row[8]) for row in found.rows] == [
        ("neutral", "call", "instruction: Call the [-guard-]{+gate+} now.", "Chief"),
        ("weakened", "call", "limit: 5 min → 15 min", "Chief"),
        ("neutral", "outage", "version 1.0.0 → 1.1.0", "Chief"),
    ]
    assert {len(row) for row in found.rows} == {len(found.columns)}


def test_rows_that_gather_several_changes_say_how_many_so_that_they_agree_with_the_page() -> None:
    now = handbook(PEOPLE, scenario(step("call", within="5 min", do="Call the guard."), prevention=["Lock.", "Light."]))
    past = Past((EDITION,), compare(BEFORE, now), None)
    rows = tables(past, now)["changes"].rows
    page = News.of(past, now, Sitemap.of(now), ENGLISH, plain_text).view_changes()
    assert {row[7] for row in rows} == {1, 2}
    for effect, number in page.counts.items():
        assert sum(row[7] for row in rows if row[2] == effect and isinstance(row[7], int)) == number


def test_there_is_no_table_of_changes_without_changes() -> None:
    assert tables(NO_PAST).keys() == tables(Past((EDITION,), compare(AFTER, AFTER), None)).keys() == {"revisions"}


def test_revisions_have_a_row_for_each_edition_that_held_a_version() -> None:
    found = tables(Past((EDITION,), compare(BEFORE, AFTER), None))["revisions"]
    rows = [row for row in found.rows if row[0] == "outage"]
    assert [(row[2], row[7], row[9], row[10]) for row in rows] == [
        ("1.1.0", "2026-02-10", "Plans being worked on", ""),
        ("1.0.0", "", "2026.10", "2026-10-20"),
    ]
    assert rows[1][15] == EDITION.plans["outage"].fingerprint
    assert {len(row) for row in found.rows} == {len(found.columns)}


def test_a_version_that_no_edition_held_has_a_row_too() -> None:
    entry = {"version": "0.9.0", "on": "2026-01-01", "by": "chief", "change": "First."}
    now = handbook(PEOPLE, scenario(control={"revisions": [entry]}))
    rows = [row for row in tables(NO_PAST, now)["revisions"].rows if row[0] == "outage"]
    assert [(row[2], row[5]) for row in rows] == [("1.0.0", ""), ("0.9.0", "First.")]


def test_tables_are_in_the_language_of_the_reader() -> None:
    translator = Translator("es", "en", {"Chief": "Jefa"}, {"weakened": "debilitado", "limit": "límite"})
    found = tables(Past((EDITION,), compare(BEFORE, AFTER), None), translator=translator)["changes"]
    weaker = found.rows[1]
    assert (weaker[2], weaker[6], weaker[8]) == ("debilitado", "límite: 5 min → 15 min", "Jefa")
