"""What the pages of changes and revisions say, in signs and words for everybody."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.analysis.facts import Facts
from generator.history.compare import compare
from generator.history.past import NO_PAST, Gap, Past, PastEdition, plan_entries
from generator.model.handbook import Handbook
from generator.pipeline import Project, inspect_facts, render_language
from tests.unit.analysis.sample_plans import AS_OF, handbook, scenario, severity, step
from tests.unit.history.edits import PEOPLE


def book(*, within: str = "10 min", do: str = "Call the guard now.", version: str = "1.0.0") -> Handbook:
    rule = {"grade": "grade-1", "when": "It is dark."}
    plan = scenario(step("call", within=within, do=do), severity=[rule], control={"version": version})
    return handbook(PEOPLE, severity(1), plan)


BEFORE = book()
AFTER = book(within="20 min", do="Call the guard and <the> gate now.", version="1.1.0")
EDITION = PastEdition("2026.10", date(2026, 10, 20), "c0ffee", "", {e.id: e for e in plan_entries(BEFORE)})
KNOWN = Past((EDITION,), compare(BEFORE, AFTER), None, "", "2026.11", "- The **guard** comes later.")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("project"))


def pages_of(project: Project, past: Past, now: Handbook = AFTER) -> dict[str, str]:
    facts = Facts(now, AS_OF)
    return {page.path: page.html for page in render_language(project, facts, inspect_facts(facts), "en", past).pages}


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.fixture(scope="module")
def pages(project: Project) -> dict[str, str]:
    return pages_of(project, KNOWN)


def test_the_page_says_which_edition_is_compared_with_which_and_what_was_told(pages: dict[str, str]) -> None:
    page = pages["changes.html"]
    assert "Edition 2026.11, compared with edition 2026.10 of 20 Oct 2026." in page
    assert "<strong>guard</strong> comes later" in page
    assert page.index("What got weaker") < page.index("By plan")
    assert "limit: 10 min → 20 min" in words(page)


def test_plans_being_worked_on_are_not_called_an_edition(project: Project) -> None:
    page = pages_of(project, replace(KNOWN, shown=None, told=""))["changes.html"]
    assert "Plans that are being worked on, compared with edition 2026.10" in page


def test_added_and_removed_words_are_told_by_element_and_by_word_not_by_colour_alone(pages: dict[str, str]) -> None:
    (added,) = set(re.findall(r"<ins\b.*?</ins>", pages["changes.html"]))
    assert "and &lt;the&gt; gate" in added
    assert "added:" in words(added)
    assert "weakened:" in words(pages["changes.html"])


def test_links_lead_to_the_changed_thing_and_to_the_plan(pages: dict[str, str]) -> None:
    assert 'href="scenarios/outage.html#step-call"' in pages["changes.html"]
    assert 'id="scenario-outage"' in pages["changes.html"]
    assert 'href="changes.html#scenario-outage"' in pages["changes-by-role.html"]


def test_a_role_page_links_to_its_news_with_their_number_and_only_if_there_are_some(pages: dict[str, str]) -> None:
    chief = pages["roles/chief.html"]
    assert 'href="../changes-by-role.html#role-chief"' in chief
    assert "2 changes for this role since the last edition" in chief
    assert 'id="role-chief"' in pages["changes-by-role.html"]
    assert "changes-by-role" not in pages["roles/guard.html"]
    assert "changes-by-role.html" in pages["roles/index.html"]


def test_the_register_leads_to_the_revisions_of_each_plan(pages: dict[str, str]) -> None:
    for link in set(re.findall(r'href="revisions\.html#([^"]+)"', pages["plans.html"])):
        assert f'id="{link}"' in pages["revisions.html"]
    assert 'href="revisions.html#plan-outage"' in pages["plans.html"]


def test_revisions_show_the_beginning_of_a_fingerprint_and_hold_all_of_it(pages: dict[str, str]) -> None:
    whole = EDITION.plans["outage"].fingerprint
    page = pages["revisions.html"]
    assert f'<code title="{whole}">{whole[:12]}</code>' in page
    assert f"<code>{whole}</code>" in page
    assert "Edition 2026.10 (20 Oct 2026)" in words(page)
    assert 'role="alert"' not in page


def test_content_that_changed_under_its_version_is_an_alarm(project: Project) -> None:
    silent = book(do="Call nobody.")
    past = Past((EDITION,), compare(BEFORE, silent), None, "", "2026.11")
    page = pages_of(project, past, silent)["revisions.html"]
    assert 'role="alert"' in page
    assert "version 1.0.0 in edition 2026.11 is not that of edition 2026.10" in page


def test_without_an_earlier_edition_the_pages_say_why_and_what_to_do(project: Project) -> None:
    pages = pages_of(project, NO_PAST)
    for path in ("changes.html", "changes-by-role.html", "revisions.html"):
        assert "Either this is the first one, or the tags of the earlier ones were not fetched" in pages[path]
        assert "git fetch --tags" in pages[path]
    assert "changes-by-role.html" not in pages["roles/chief.html"]


def test_the_first_edition_says_that_none_was_known_and_gives_staff_no_advice_on_git(project: Project) -> None:
    pages = pages_of(project, Past(shown="2026.10"))
    for path in ("changes.html", "changes-by-role.html", "revisions.html"):
        assert "No edition before 2026.10 was known when these pages were made." in pages[path]
        assert "git fetch" not in pages[path]


def test_roles_that_nothing_is_new_for_are_named_at_the_end(pages: dict[str, str]) -> None:
    told = words(pages["changes-by-role.html"])
    assert "Nothing changed for: " in told
    assert 'href="roles/guard.html"' in pages["changes-by-role.html"].partition("Nothing changed for:")[2]


def test_plans_that_keep_their_words_are_listed_together_with_their_version(project: Project) -> None:
    page = pages_of(project, Past((EDITION,), compare(BEFORE, book(version="1.0.1")), None), book(version="1.0.1"))
    listed = page["changes.html"].partition('id="confirmed"')[2]
    assert "1 plan keeps its words" in listed
    assert '<li id="scenario-outage"><a href="scenarios/outage.html">' in listed
    assert "version 1.0.0 → 1.0.1" in listed
    assert "hb-plan-news" not in page["changes.html"]


def test_an_edition_that_a_plan_went_through_has_its_day_and_who_approved_it(pages: dict[str, str]) -> None:
    told = words(pages["revisions.html"])
    assert re.search(r"Edition 2026\.10 \(20 Oct 2026\) approved approved by \S.* on 31 Jan 2026 · in force from", told)
    assert "Edition 2026.11 (" in told


def test_plans_that_cannot_be_read_are_told_with_the_reason(project: Project) -> None:
    past = Past((EDITION,), None, Gap.UNREADABLE, "plans/severity.yml:1: what is wrong")
    for path in ("changes.html", "changes-by-role.html"):
        page = pages_of(project, past)[path]
        assert "The plans of edition 2026.10 cannot be read" in page
        assert "plans/severity.yml:1: what is wrong" in page


def test_nothing_changed_is_said_in_words(project: Project) -> None:
    pages = pages_of(project, Past((EDITION,), compare(AFTER, AFTER), None))
    assert "Nothing changed in the plans." in pages["changes.html"]
    assert "Nothing changed for any role." in pages["changes-by-role.html"]
    assert "downloads/changes" not in pages["changes.html"]
