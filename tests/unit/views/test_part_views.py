"""Risks, exercises, contacts and the other parts of the handbook."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from generator.analysis.facts import Facts
from generator.model.governance import RiskPlan
from generator.model.legal import LegalPlan
from generator.model.organization import PersonStatus
from generator.model.remediation import RemediationPlan
from generator.model.scenario import Scenario
from generator.model.technical import TechnicalPlan
from generator.views.parts import view_legal, view_organization, view_remediation, view_technical
from generator.views.ready import RisksView, view_contacts, view_risks, view_severity
from tests.unit.analysis.sample_plans import (
    Fields,
    handbook,
    head,
    organization,
    phone,
    scenario,
    severity,
    step,
    system,
)

AS_OF = date(2026, 11, 22)


def risk(name: str, likelihood: int, impact: int) -> Fields:
    return {
        "id": name,
        "title": name,
        "cause": "Bad luck.",
        "likelihood": likelihood,
        "impact": impact,
        "treatment": "reduce",
        "response": "Act.",
        "owner": "chief",
    }


def risks(*given: Fields) -> RisksView:
    return view_risks(RiskPlan.model_validate(head("risks", risks=list(given))))


def test_a_risk_stands_in_the_row_of_its_likelihood_and_the_column_of_its_impact() -> None:
    grid = risks(risk("rare-but-bad", 1, 5), risk("often", 5, 2)).grid
    assert [item.id for item in grid[4][4]] == ["rare-but-bad"], "the last row is the least likely"
    assert [item.id for item in grid[0][1]] == ["often"]


def test_risks_are_numbered_from_the_highest_score() -> None:
    found = risks(risk("low", 1, 1), risk("high", 4, 5), risk("middle", 3, 3), risk("same", 5, 4))
    assert found.numbers == {"high": 1, "same": 2, "middle": 3, "low": 4}


@pytest.mark.parametrize(
    ("score", "band"), [(1, "low"), (5, "low"), (6, "medium"), (10, "medium"), (12, "high"), (16, "high"),
                        (20, "extreme"), (25, "extreme")]
)  # fmt: skip
def test_scores_fall_into_the_usual_bands(score: int, band: str) -> None:
    assert RisksView.band(score) == band


def test_the_bundled_grid_contains_each_risk_once(bundled_facts: Facts) -> None:
    (plan,) = bundled_facts.handbook.of_type(RiskPlan)
    found = view_risks(plan)
    shown = Counter(item.id for line in found.grid for cell in line for item in cell)
    assert shown == Counter(item.id for item in plan.risks)
    assert [len(line) for line in found.grid] == [5] * 5


def test_grades_tell_which_scenarios_can_reach_them() -> None:
    grades = severity(2, 1)
    plan = scenario(step("see"), severity=[{"grade": "grade-2", "when": "Bad."}])
    found = view_severity(Facts(handbook(grades, plan), AS_OF), grades)
    assert list(found.scenarios) == ["grade-1", "grade-2"], "worst first"
    assert {grade: [s.id for s in plans] for grade, plans in found.scenarios.items()} == {
        "grade-1": [],
        "grade-2": ["outage"],
    }


def test_duties_to_report_know_the_scenarios_that_name_them(bundled_facts: Facts) -> None:
    for row in view_legal(bundled_facts).obligations:
        naming = {plan.id for plan in bundled_facts.handbook.of_type(Scenario) if row.obligation.id in plan.obligations}
        assert {plan.id for plan in row.scenarios} == naming


SOURCE: Fields = {"jurisdiction": "Here", "basis": "Act 1", "last_checked_on": "2026-11-20", "certainty": "disputed"}


def test_a_statute_leads_to_every_duty_that_rests_on_it() -> None:
    def statute(name: str) -> Fields:
        return SOURCE | {"id": name, "title": name, "events": ["fire"], "starts_at": "awareness"}

    def duty(name: str, **changes: str) -> Fields:
        said = {"applies_when": "Fire.", "starts_at": "awareness", "starts_when": "We see it.", "law_says": "At once"}
        given = {"id": name, "title": name, "obligation": "statute", "company_limit": "1 h", "owner": "chief"}
        return SOURCE | said | given | changes

    duties = [duty("call", statute="act-1"), duty("write", statute="act-1"), duty("promise")]
    law = LegalPlan.model_validate(head("law", statutes=[statute("act-1"), statute("act-2")], obligations=duties))
    rows = view_legal(Facts(handbook(organization(), law), AS_OF)).statutes
    assert {row.statute.id: [o.id for o in row.obligations] for row in rows} == {
        "act-1": ["call", "write"],
        "act-2": [],
    }


def test_what_the_law_grants_knows_the_remedies_that_fulfil_it() -> None:
    plan = RemediationPlan.model_validate(
        head(
            "remedies",
            tiers=[{"id": "tier", "title": "Tier", "requested_by": "chief", "examples": "Small."}],
            remedies=[
                {"id": name, "title": name, "gives": "Money.", "tier": "tier", "within": "1 day", "form": "refund",
                 "carried_out_by": "chief", "fulfils": floors}
                for name, floors in (("refund", ["back"]), ("quick", ["back"]), ("gift", []))
            ],
            floors=[SOURCE | {"id": name, "title": name, "floor": "Money."} for name in ("back", "more")],
            unique_by="Order number",
        )
    )  # fmt: skip
    found = view_remediation(Facts(handbook(organization(), plan), AS_OF))
    assert {row.floor.id: [remedy.id for remedy in row.remedies] for row in found.floors} == {
        "back": ["refund", "quick"],
        "more": [],
    }
    assert found.unique_by == ("Order number",)


def test_accounts_are_shown_in_order_of_writing() -> None:
    accounts = [
        {"id": name, "title": name, "systems": ["shop"], "in_name_of": "company", "owners": ["chief"],
         "second_factor": "Safe", "regained_by": "Call."}
        for name in ("shop-owner", "domain-owner")
    ]  # fmt: skip
    plan = TechnicalPlan.model_validate(head("technical", systems=[system("shop")], accounts=accounts))
    found = view_technical(Facts(handbook(organization(), plan), AS_OF))
    assert [account.id for account in found.accounts] == ["shop-owner", "domain-owner"]


@pytest.mark.parametrize(
    ("promise", "shown"),
    [({}, False), ({"place": "CN"}, False), ({"restores_within": "3 h"}, True), ({"reports_within": "1 h"}, True),
     ({"continuity_tested_on": "2026-04-15"}, True), ({"exit": "Change over."}, True)],
)  # fmt: skip
def test_promises_get_a_column_only_where_an_outside_body_makes_one(promise: Fields, shown: bool) -> None:
    body = {
        "id": "cloud",
        "title": "Cloud",
        "body": "supplier",
        "contacts": [phone("1")],
        "call_when": "Down.",
        "owner": "chief",
    }
    book = handbook(organization(outside_bodies=[body | promise]))
    assert view_contacts(Facts(book, AS_OF)).promises is shown


def test_backup_jobs_show_their_restore_tests_newest_first(bundled_facts: Facts) -> None:
    jobs = view_technical(bundled_facts).jobs
    assert sum(len(row.tests) for row in jobs) > 0
    for row in jobs:
        days = [test.on for test in row.tests]
        assert days == sorted(days, reverse=True)
        assert {test.job for test in row.tests} <= {row.job.id}


def test_authorities_name_the_roles_that_hold_them(bundled_facts: Facts) -> None:
    rows = view_organization(bundled_facts).authorities
    granted = {(row.authority.id, role.id) for row in rows for role in row.roles}
    assert granted == {(name, role.id) for role in bundled_facts.handbook.roles.values() for name in role.authorities}


def test_contacts_list_every_role_with_people_who_are_there_and_every_person(bundled_facts: Facts) -> None:
    found = view_contacts(bundled_facts)
    assert [item.role.id for item in found.roles] == list(bundled_facts.handbook.roles)
    assert {call.person.status for item in found.roles for call in item.calls} == {PersonStatus.ACTIVE}
    names = [item.name for item in found.people]
    assert names == sorted(names)
    assert len(names) == len(bundled_facts.handbook.people)
