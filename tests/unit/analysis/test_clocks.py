"""Slack of a legal clock: deadline minus escalation, steps and approval at their slowest."""

from __future__ import annotations

from typing import Any

from generator.analysis.calendars import shortest_calendar_days
from generator.analysis.clocks import Clock, first_reports, reported
from generator.analysis.facts import Facts
from generator.model.communication import CommunicationPlan
from generator.model.legal import LegalPlan
from generator.model.scenario import Scenario
from generator.model.severity import SeverityPlan
from tests.unit.analysis.sample_plans import (
    AS_OF,
    Fields,
    channel,
    handbook,
    head,
    organization,
    scenario,
    severity,
    step,
)


def law(**changes: Any) -> LegalPlan:
    """One obligation `report`, 4 h from awareness, 3 h by company policy."""
    duty: Fields = {
        "id": "report",
        "title": "Report",
        "obligation": "statute",
        "jurisdiction": "Here",
        "basis": "Act, art. 1",
        "last_checked_on": "2026-10-01",
        "certainty": "read-in-source",
        "applies_when": "It burns.",
        "starts_at": "awareness",
        "starts_when": "We see it.",
        "deadline": "4 h",
        "law_says": "Within 4 hours",
        "company_limit": "3 h",
        "owner": "chief",
    }
    return LegalPlan.model_validate(head("law", obligations=[duty | changes]))


def grades_with_paths() -> SeverityPlan:
    """Grade 1 is answered after 10 min at the latest, grade 2 after 40 min."""
    paths = [
        {
            "id": f"path-{rank}",
            "title": "Path",
            "grade": f"grade-{rank}",
            "steps": [{"after": after, "notify": "chief", "via": [], "says": "Come."} for after in ("0 min", last)],
        }
        for rank, last in ((1, "10 min"), (2, "40 min"))
    ]
    given = severity(1, 2).model_dump() | {"escalation": paths}
    return SeverityPlan.model_validate(given)


def clock(plan: Scenario, legal: LegalPlan | None = None, *others: Any, **settings: Any) -> Clock:
    """The only clock of a plan."""
    given = handbook(plan, legal or law(), *others, **settings)
    (found,) = Facts(given, AS_OF).clocks
    return found


def report(**more: Any) -> Fields:
    return step("report", within="3 h", worst="20 min", notifies=["report"], **more)


def test_the_worst_case_is_the_worst_end_of_the_step_and_all_it_waits_for() -> None:
    found = clock(scenario(step("grade", worst="60 min"), report(after=["grade"])))
    assert found.worst == 80
    assert found.slack == 160


def test_escalation_waits_for_the_last_call_of_the_mildest_grade() -> None:
    plan = scenario(report(), severity=[{"grade": f"grade-{rank}", "when": "Now."} for rank in (1, 2)])
    found = clock(plan, None, grades_with_paths())
    assert (found.escalation, found.slack) == (40, 180)
    assert found.last_call is not None


def test_escalation_does_not_count_where_somebody_has_received_a_paper() -> None:
    plan = scenario(report(), severity=[{"grade": "grade-2", "when": "Now."}])
    assert clock(plan, law(starts_at="receipt"), grades_with_paths()).escalation == 0


def test_a_clock_that_starts_with_a_determination_runs_from_the_end_of_that_step() -> None:
    plan = scenario(step("decide", worst="60 min", act="determine"), report(after=["decide"]))
    found = clock(plan, law(starts_at="determination"))
    assert found.work == 20
    assert found.limit == 180 - 10


def test_a_clock_that_starts_at_the_end_of_the_handling_runs_from_the_stand_down() -> None:
    over = step("over", within="10 h", act="stand-down")
    found = clock(scenario(over, report(after=["over"], since="over")), law(starts_at="end-of-handling"))
    assert found.limit == 180


def test_a_limit_counted_from_another_step_adds_up() -> None:
    first = step("first", within="2 h")
    found = clock(scenario(first, report(after=["first"], since="first")))
    assert found.limit == 300
    assert found.limit_too_late


def test_a_limit_between_company_policy_and_law_breaks_only_the_policy() -> None:
    plan = scenario(step("report", within="3.5 h", notifies=["report"]))
    found = clock(plan)
    assert found.limit_after_company
    assert not found.limit_too_late


def test_a_law_that_says_at_once_has_no_slack_but_a_company_limit() -> None:
    found = clock(scenario(step("report", within="4 h", notifies=["report"])), law(deadline=None))
    assert found.slack is None
    assert found.limit_after_company


def test_a_deadline_in_business_days_counts_at_its_shortest() -> None:
    found = clock(scenario(report()), law(deadline="2 business days"), place="CN")
    assert found.deadline == 2 * 1440


def test_an_own_limit_in_business_days_counts_at_its_longest() -> None:
    late = scenario(step("report", within="3 business days", notifies=["report"]))
    assert clock(late, law(deadline="7 days", company_limit="7 days"), place="CN").limit_too_late
    assert not clock(late, law(deadline="7 days", company_limit="7 days")).limit_too_late


def test_the_same_business_days_meet_the_deadline_however_long_they_are() -> None:
    plan = scenario(step("report", within="5 business days", notifies=["report"]))
    found = clock(plan, law(deadline="5 business days", company_limit="5 business days"), place="CN")
    assert not found.limit_too_late
    assert not found.limit_after_company


def test_business_days_are_counted_at_the_place_of_the_recipient() -> None:
    body = {
        "id": "office",
        "title": "Office",
        "body": "authority",
        "call_when": "Always.",
        "owner": "chief",
        "place": "CN",
        "contacts": [{"contact": "phone", "value": "1"}],
    }
    plan = scenario(step("report", within="20 days", notifies=["report"]))
    legal = law(deadline="20 business days", company_limit="20 days", recipients=["office"])
    found = clock(plan, legal, organization(outside_bodies=[body]), place="ES")
    years = range(2026, 2028)
    assert found.deadline == shortest_calendar_days(20, "CN", years) * 1440
    assert found.deadline != shortest_calendar_days(20, "ES", years) * 1440


def words(approval: str | None) -> CommunicationPlan:
    path = {
        "id": "path",
        "title": "Path",
        "grades": [],
        "drafter": "chief",
        "publisher": "chief",
        "steps": [{"role": "chief", "checks": "All.", "within": "15 min"} for _ in range(2)],
    }
    notice = {
        "id": "notice",
        "title": "Notice",
        "statement": "customer-notice",
        "audiences": [],
        "channels": ["mail"],
        "approval": approval,
        "within": "1 h",
        "says": "Sorry.",
    }
    given = {"channels": [channel("mail")], "approval_paths": [path], "statements": [notice]}
    return CommunicationPlan.model_validate(head("words", **given))


def test_the_approval_path_of_a_statement_adds_its_limits() -> None:
    assert clock(scenario(report(publishes=["notice"])), None, words("path")).approval == 30


def test_an_approval_step_before_takes_the_place_of_the_approval_path() -> None:
    plan = scenario(step("check", act="approve-legal"), report(after=["check"], publishes=["notice"]))
    assert clock(plan, None, words("path")).approval == 0


def test_a_statement_without_approval_takes_no_time() -> None:
    assert clock(scenario(report(publishes=["notice"])), None, words(None)).approval == 0


def test_a_closing_report_does_not_count_beside_the_first_one() -> None:
    last = step("close", within="9 h", act="close-report", notifies=["report"])
    plan = scenario(report(), last)
    assert [found.id for found in first_reports(plan, "report")] == ["report"]
    assert [found.id for found in first_reports(scenario(last), "report")] == ["close"]


def test_a_determination_alone_reports_nothing() -> None:
    assert reported(scenario(report(act="determine"))) == frozenset()
    assert reported(scenario(report())) == {"report"}
