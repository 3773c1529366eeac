"""Which requirement is covered where, and which is not."""

from __future__ import annotations

from generator.analysis.coverage import coverage
from generator.model.element import Covering
from generator.model.handbook import Handbook
from generator.model.scenario import Phase, Scenario, Step
from tests.unit.analysis.sample_plans import catalog, handbook, organization, role, scenario, step


def test_a_requirement_that_no_plan_covers_is_missing() -> None:
    book = handbook(scenario(step("see", covers=["LAW-1"])), catalogs=(catalog("LAW-1", "LAW-2", "LAW-3"),))
    (found,) = coverage(book)
    assert [item.id for item in found.missing] == ["LAW-2", "LAW-3"]
    assert found.covered == 1
    assert [row.requirement.id for row in found.rows] == ["LAW-1", "LAW-2", "LAW-3"]


def test_evidence_leads_from_the_plan_to_the_element() -> None:
    book = handbook(scenario(step("see"), step("act", covers=["LAW-1"])), catalogs=(catalog("LAW-1"),))
    (evidence,) = coverage(book)[0].rows[0].evidence
    assert [type(part) for part in evidence.path] == [Scenario, Phase, Step]
    assert isinstance(evidence.element, Step)
    assert evidence.element.id == "act"
    assert evidence.plan is evidence.path[0]


def test_a_plan_itself_can_be_evidence() -> None:
    book = handbook(scenario(step("see"), covers=["LAW-1"]), catalogs=(catalog("LAW-1"),))
    (evidence,) = coverage(book)[0].rows[0].evidence
    assert evidence.path == (evidence.plan,)


def test_several_elements_may_cover_one_requirement_in_plan_order() -> None:
    book = handbook(
        organization([role("guard", covers=["LAW-1"])]),
        scenario(step("see", covers=["LAW-1"])),
        catalogs=(catalog("LAW-1"),),
    )
    evidence = coverage(book)[0].rows[0].evidence
    assert [item.plan.id for item in evidence] == ["organization", "outage"]


def test_each_catalog_counts_for_itself() -> None:
    book = handbook(
        scenario(step("see", covers=["LAW-1", "ISO-1"])),
        catalogs=(catalog("LAW-1", "LAW-2"), catalog("ISO-1", name="iso")),
    )
    assert [(c.catalog.id, c.covered, len(c.missing)) for c in coverage(book)] == [("law", 1, 1), ("iso", 1, 0)]


def test_bundled_evidence_is_exactly_what_the_plans_say(bundled_handbook: Handbook) -> None:
    said = sorted(
        (requirement, element.position())
        for plan in bundled_handbook.plans
        for element in plan.walk()
        if isinstance(element, Covering)
        for requirement in element.covers
    )
    found = sorted(
        (row.requirement.id, evidence.element.position())
        for of_catalog in coverage(bundled_handbook)
        for row in of_catalog.rows
        for evidence in row.evidence
    )
    assert found == said
    assert len(said) > 100
