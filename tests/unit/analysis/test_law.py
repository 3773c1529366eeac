"""Which laws bind on a day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.law import binds, doubt_about, is_repealed, listed_in, not_yet_in_force
from generator.model.legal import LegalPlan, Obligation, Statute
from tests.unit.analysis.sample_law import obligation, statute
from tests.unit.analysis.sample_plans import AS_OF, Fields, handbook, head, scenario, step


def binding(of_statute: Fields, of_obligation: Fields) -> bool:
    plan = LegalPlan.model_validate(head("law", statutes=[of_statute], obligations=[of_obligation]))
    return binds(handbook(plan), plan.obligations[0], AS_OF)


@pytest.mark.parametrize(("of_statute", "of_obligation", "doubt"), [
    ("read-in-source", "read-in-source", None),
    ("to-be-confirmed", "read-in-source", "to-be-confirmed"),
    ("read-in-source", "disputed", "disputed"),
])  # fmt: skip
def test_a_duty_is_as_uncertain_as_the_law_behind_it(of_statute: str, of_obligation: str, doubt: str | None) -> None:
    laws, duties = [statute(certainty=of_statute)], [obligation(certainty=of_obligation)]
    plan = LegalPlan.model_validate(head("law", statutes=laws, obligations=duties))
    assert doubt_about(handbook(plan), plan.obligations[0]) == doubt
    assert (doubt_about(handbook(plan), plan.statutes[0]) is None) == (of_statute == "read-in-source")


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
