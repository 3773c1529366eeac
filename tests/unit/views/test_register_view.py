"""What compliance sees: plans in force, reviews that are due, and where requirements are met."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.analysis.facts import Facts
from generator.history.past import NO_PAST, Past
from generator.model.legal import LegalPlan
from generator.model.scenario import Scenario
from generator.views.register import RegisterRow, RegisterView, view_coverage, view_register
from generator.views.sitemap import Location, Sitemap
from tests.unit.analysis.sample_law import obligation, statute
from tests.unit.analysis.sample_plans import AS_OF, catalog, handbook, head, scenario, step


def row(as_of: date, **control: Any) -> RegisterRow:
    facts = Facts(handbook(scenario(step("see"), control=control)), as_of)
    return next(found for found in registered(facts).rows if found.plan.id == "outage")


def registered(facts: Facts, past: Past = NO_PAST) -> RegisterView:
    return view_register(facts, Sitemap.of(facts.handbook), past)


def test_the_days_left_count_from_the_day_of_the_build_to_the_review() -> None:
    found = row(date(2026, 7, 1))
    assert found.due == date(2026, 7, 31), "half a year after 31 January"
    assert found.days_left == 30


@pytest.mark.parametrize(("as_of", "left", "overdue"), [
    (date(2026, 7, 30), 1, False), (date(2026, 7, 31), 0, False), (date(2026, 8, 1), -1, True),
])  # fmt: skip
def test_a_review_is_overdue_from_the_day_after_it_was_due(as_of: date, left: int, overdue: bool) -> None:
    found = row(as_of)
    assert (found.days_left, found.overdue) == (left, overdue)


@pytest.mark.parametrize(("as_of", "in_force"), [
    (date(2026, 2, 9), False), (date(2026, 2, 10), True), (date(2030, 1, 1), True),
])  # fmt: skip
def test_an_approved_plan_is_in_force_from_its_effective_day(as_of: date, in_force: bool) -> None:
    assert row(as_of).in_force is in_force


def test_only_a_plan_that_waits_for_its_day_is_told_from_when_it_will_be_in_force() -> None:
    assert row(date(2026, 2, 9)).starts_on == date(2026, 2, 10)
    assert row(date(2026, 2, 10)).starts_on is None
    assert row(date(2026, 2, 9), status="retired").starts_on is None


@pytest.mark.parametrize("status", ["draft", "in-review", "retired"])
def test_a_plan_that_is_not_approved_is_never_in_force(status: str) -> None:
    assert not row(date(2030, 1, 1), status=status).in_force


def test_a_plan_without_an_effective_day_is_not_in_force() -> None:
    assert not row(date(2030, 1, 1), effective_on=None).in_force


def test_a_plan_that_was_never_approved_is_reviewed_from_its_last_revision() -> None:
    revisions = [
        {"version": "0.2.0", "on": "2026-03-15", "by": "chief", "change": "More."},
        {"version": "0.1.0", "on": "2026-01-10", "by": "chief", "change": "Begun."},
    ]
    found = row(date(2026, 9, 1), status="draft", approved_on=None, effective_on=None, revisions=revisions)
    assert found.due == date(2026, 9, 15)


def test_a_plan_without_any_date_has_no_review_and_is_not_overdue() -> None:
    found = row(date(2030, 1, 1), status="draft", approved_on=None, effective_on=None)
    assert (found.due, found.days_left, found.overdue) == (None, None, False)


def test_a_plan_that_is_kept_for_the_record_only_has_no_review() -> None:
    found = row(date(2030, 1, 1), status="retired")
    assert (found.due, found.days_left, found.overdue) == (None, None, False)


def test_the_sums_of_the_register_are_those_of_its_rows(bundled_facts: Facts) -> None:
    found = registered(bundled_facts)
    assert found.in_force == sum(item.in_force for item in found.rows) > 0
    assert found.changed == sum(item.standing.changed for item in found.rows)
    assert found.unproven == sum(item.standing.unproven for item in found.rows)
    assert found.recorded is bool(bundled_facts.handbook.approvals)


def test_the_register_names_the_edition_that_is_shown_and_no_other(bundled_facts: Facts) -> None:
    assert registered(bundled_facts).edition is None
    assert registered(bundled_facts, Past(shown="2026.11")).edition == "2026.11"


def test_the_register_lists_every_plan_with_its_file(bundled_facts: Facts) -> None:
    found = registered(Facts(bundled_facts.handbook, date(2026, 11, 22)))
    assert [item.plan for item in found.rows] == list(bundled_facts.handbook.plans)
    assert [item.file for item in found.rows] == sorted(item.file for item in found.rows)
    assert all(item.file.startswith("plans/") and item.line >= 1 for item in found.rows)
    assert [item.shared for item in found.rows] == [not isinstance(item.plan, Scenario) for item in found.rows]


def test_the_overdue_plans_are_exactly_those_whose_review_day_has_passed(bundled_facts: Facts) -> None:
    latest = max(item.due for item in registered(Facts(bundled_facts.handbook, date(2026, 11, 22))).rows if item.due)
    for as_of in (date(2026, 11, 22), latest, date(2040, 1, 1)):
        found = registered(Facts(bundled_facts.handbook, as_of))
        assert found.overdue == tuple(item for item in found.rows if item.due is not None and item.due < as_of)
    assert len(registered(Facts(bundled_facts.handbook, date(2040, 1, 1))).overdue) == len(bundled_facts.handbook.plans)


def test_a_covered_requirement_links_to_the_step_and_is_linked_once_for_each_place() -> None:
    plan = scenario(
        step("see", covers=["LAW-1"]),
        covers=["LAW-1"],
        signals=[{"see": "It is dark.", "source": "Eyes"}],
    )
    book = handbook(plan, catalogs=(catalog("LAW-1", "LAW-2"),))
    (found,) = view_coverage(Facts(book, AS_OF), Sitemap.of(book))
    assert [(link.title, link.location) for link in found.rows[0].links] == [
        ("Title of outage", Location("scenarios/outage.html")),
        ("Do see.", Location("scenarios/outage.html", "step-see")),
    ]
    assert (found.rows[1].name, found.rows[1].links) == ("LAW-2", ())


def test_a_link_into_a_plan_says_which_plan_and_a_link_to_the_plan_does_not() -> None:
    book = handbook(scenario(step("see", covers=["LAW-1"]), covers=["LAW-1"]), catalogs=(catalog("LAW-1"),))
    (found,) = view_coverage(Facts(book, AS_OF), Sitemap.of(book))
    assert [link.plan for link in found.rows[0].links] == [None, "Title of outage"]


def test_a_link_to_law_that_was_not_read_says_so_and_other_links_say_nothing() -> None:
    duties = [obligation(certainty="to-be-confirmed", covers=["LAW-1"]), obligation(id="other", covers=["LAW-1"])]
    law = LegalPlan.model_validate(head("law", statutes=[statute()], obligations=duties))
    book = handbook(scenario(step("see", covers=["LAW-1"])), law, catalogs=(catalog("LAW-1"),))
    (found,) = view_coverage(Facts(book, AS_OF), Sitemap.of(book))
    assert [link.doubt for link in found.rows[0].links] == [None, "to-be-confirmed", None]


def test_the_gaps_of_a_catalog_are_its_requirements_without_links() -> None:
    book = handbook(
        scenario(step("see", covers=["LAW-1", "ISO-1"])),
        catalogs=(catalog("LAW-1", "LAW-2"), catalog("ISO-1", name="iso")),
    )
    law, iso = view_coverage(Facts(book, AS_OF), Sitemap.of(book))
    assert ([row.name for row in law.gaps], law.covered, len(law.rows)) == (["LAW-2"], 1, 2)
    assert (iso.gaps, iso.covered, len(iso.rows)) == ((), 1, 1)


def test_catalogs_that_must_be_complete_come_first() -> None:
    lists = (catalog("ISO-1", name="iso", complete=False), catalog("LAW-1"), catalog("OWN-1", name="own"))
    book = handbook(scenario(step("see")), catalogs=lists)
    views = view_coverage(Facts(book, AS_OF), Sitemap.of(book))
    assert [view.coverage.catalog.id for view in views] == ["law", "own", "iso"]


def test_a_requirement_names_its_source_where_it_has_one() -> None:
    book = handbook(scenario(step("see")), catalogs=(catalog("LAW-1", "LAW-2", source="Fire Law, 44"),))
    (found,) = view_coverage(Facts(book, AS_OF), Sitemap.of(book))
    assert [row.source for row in found.rows] == ["Fire Law, 44", "Fire Law, 44"]


def test_every_bundled_requirement_has_a_row_and_covered_ones_have_links_with_words(bundled_facts: Facts) -> None:
    for view in view_coverage(bundled_facts, Sitemap.of(bundled_facts.handbook)):
        assert [found.name for found in view.rows] == [item.id for item in view.coverage.catalog.requirements]
        missing = {item.id for item in view.coverage.missing}
        for found in view.rows:
            assert bool(found.links) is (found.name not in missing)
            assert all(link.title for link in found.links)
            places = [link.location for link in found.links]
            assert len(places) == len(set(places))
