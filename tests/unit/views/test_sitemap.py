"""Where elements are shown, and how pages link to one another."""

from __future__ import annotations

from posixpath import dirname, join, normpath

import pytest

from generator.errors import HandbookError
from generator.model.element import Element
from generator.model.handbook import Handbook
from generator.model.scenario import Signal
from generator.views.sitemap import Location, Sitemap, page_of
from tests.unit.analysis.sample_plans import catalog, handbook, organization, role, scenario, step


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        (Location("legal.html"), "index.html", "legal.html"),
        (Location("legal.html", "law-a"), "index.html", "legal.html#law-a"),
        (Location("legal.html"), "scenarios/fire.html", "../legal.html"),
        (Location("scenarios/fire.html"), "legal.html", "scenarios/fire.html"),
        (Location("scenarios/fire.html"), "scenarios/flood.html", "fire.html"),
        (Location("scenarios/fire.html", "step-a"), "roles/cook.html", "../scenarios/fire.html#step-a"),
        (Location("index.html"), "scenarios/index.html", "../index.html"),
        (Location("index.html"), "a/b/c.html", "../../index.html"),
        (Location("legal.html", "law-a"), "legal.html", "#law-a"),
        (Location("scenarios/fire.html"), "scenarios/fire.html", "fire.html"),
    ],
)
def test_links_are_relative_to_the_page_they_stand_on(target: Location, page: str, link: str) -> None:
    assert target.seen_from(page) == link


def test_every_bundled_link_leads_to_its_page_from_every_depth(bundled_handbook: Handbook) -> None:
    targets = set(Sitemap.of(bundled_handbook).locations.values())
    assert len(targets) > 300
    for page in ("index.html", "scenarios/fire.html", "one/two/three.html"):
        for target in targets:
            path, _, anchor = target.seen_from(page).partition("#")
            assert (normpath(join(dirname(page), path)) if path else page) == target.page
            assert anchor == target.anchor


def test_an_element_that_no_page_shows_is_an_expected_failure_with_its_name() -> None:
    with pytest.raises(HandbookError, match="`nobody`") as caught:
        Sitemap.of(handbook()).find("role", "nobody")
    assert caught.value.remedy


def test_scenarios_and_roles_have_pages_of_their_own_and_the_rest_an_anchor() -> None:
    book = handbook(
        organization([role("guard")], people=[{"id": "ann", "name": "Ann", "site": "home", "contacts": []}]),
        scenario(step("see")),
        catalogs=(catalog("LAW-1"),),
    )
    find = Sitemap.of(book).find
    assert find("scenario", "outage") == Location("scenarios/outage.html")
    assert find("role", "guard") == Location("roles/guard.html")
    assert find("person", "ann") == Location("contacts.html", "person-ann")
    assert find("department", "office") == Location("organization.html", "department-office")
    assert find("scenario-group", "all") == Location("scenarios/index.html", "scenario-group-all")
    assert find("requirement", "LAW-1") == Location("coverage.html", "LAW-1")


def test_the_place_of_evidence_is_the_nearest_element_with_a_place() -> None:
    plan = scenario(step("see", if_not={"do": "Run."}))
    book = handbook(plan)
    sitemap = Sitemap.of(book)
    (phase,) = plan.phases
    (only,) = phase.steps
    branch = only.if_not
    assert branch is not None
    page = "scenarios/outage.html"
    assert sitemap.of_path((plan, phase, only)) == Location(page, "step-see")
    assert sitemap.of_path((plan, phase, only, branch)) == Location(page, "step-see")
    signal: tuple[Element, ...] = (plan, Signal(see="Smoke.", source="Nose"))
    assert sitemap.of_path(signal) == Location(page)
    assert sitemap.of_path((book.settings,)) == Location("scenarios/index.html")


def test_every_bundled_element_with_an_id_has_a_place(bundled_handbook: Handbook) -> None:
    sitemap = Sitemap.of(bundled_handbook)
    for kind, elements in bundled_handbook.index.items():
        for name in elements:
            assert sitemap.find(kind, name).page.endswith(".html")
    anchors = [(found.page, found.anchor) for found in sitemap.locations.values()]
    assert len(anchors) == len(set(anchors)), "no two elements share a place"


def test_every_bundled_file_has_a_page(bundled_handbook: Handbook) -> None:
    assert len({page_of(part) for part in bundled_handbook.parts}) > len(bundled_handbook.scenarios)
