"""Which laws bind on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.analysis.law import binds, is_repealed, listed_in, not_yet_in_force
from generator.model.legal import LegalPlan, Obligation, Statute
from tests.unit.analysis.sample_plans import AS_OF, Fields, handbook, head, scenario, step

SOURCE: Fields = {
    "title": "Report",
    "jurisdiction": "Here",
    "basis": "Act, art. 1",
    "last_checked_on": "2026-10-01",
    "certainty": "read-in-source",
    "starts_at": "awareness",
}


def statute(**changes: Any) -> Fields:
    return SOURCE | {"id": "act-1", "events": ["fire"]} | changes


def obligation(**changes: Any) -> Fields:
    duty = {"applies_when": "It burns.", "starts_when": "We see it.", "law_says": "At once", "company_limit": "1 h"}
    return SOURCE | duty | {"id": "report", "obligation": "statute", "statute": "act-1", "owner": "chief"} | changes


def binding(of_statute: Fields, of_obligation: Fields) -> bool:
    plan = LegalPlan.model_validate(head("law", statutes=[of_statute], obligations=[of_obligation]))
    return binds(handbook(plan), plan.obligations[0], AS_OF)


def test_a_law_without_dates_binds() -> None:
    assert binding(statute(), obligation())


def test_a_law_binds_from_the_day_it_comes_into_force() -> None:
    assert not not_yet_in_force(Statute.model_validate(statute(in_force_on="2026-11-22")), AS_OF)
    assert not_yet_in_force(Statute.model_validate(statute(in_force_on="2026-11-23")), AS_OF)


def test_a_law_marked_as_not_in_force_does_not_bind_whatever_its_date() -> None:
    assert not binding(statute(certainty="not-in-force", in_force_on="2020-01-01"), obligation())


def test_a_law_no_longer_binds_on_the_day_it_is_repealed() -> None:
    law = Statute.model_validate(statute(repealed_on="2026-11-22"))
    assert is_repealed(law, date(2026, 11, 22))
    assert not is_repealed(law, date(2026, 11, 21))


def test_an_obligation_does_not_bind_before_its_own_date() -> None:
    assert not binding(statute(), obligation(in_force_on="2027-01-01"))


def test_a_scenario_that_lists_an_obligation_twice_counts_once() -> None:
    plan = LegalPlan.model_validate(head("law", obligations=[obligation(statute=None)]))
    burning = scenario(step("call"), obligations=["report", "report"])
    assert listed_in(handbook(plan, burning)) == {"report": (burning,)}
    assert isinstance(plan.obligations[0], Obligation)
