"""The state of the plans: open findings, and every waiver with what it covers."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.analysis.facts import Facts
from generator.checker.engine import Inspection, Waived
from generator.finding import Finding, Level, Report
from generator.model.governance import Waiver, WaiverPlan
from generator.position import Position
from generator.views.checks import CheckView, view_check
from generator.views.sitemap import Location, Sitemap
from tests.unit.analysis.sample_plans import Fields, handbook, head
from tests.unit.reporters.samples import rule

AS_OF = date(2026, 11, 22)


def waiver(name: str, **changes: Any) -> Fields:
    dates = {"approved_on": "2026-10-01", "expires_on": "2027-10-01"}
    given = {"id": name, "rule": "looks", "at": "severity.yml", "reason": "Known.", "approver": "chief"}
    return given | dates | changes


def finding(message: str, level: Level = Level.NOTE) -> Finding:
    return Finding("looks", message, Position("plans/severity.yml", 1, 1), "", "", level)


def view(*waivers: Fields, findings: tuple[Finding, ...] = (), waived: tuple[tuple[str, str], ...] = ()) -> CheckView:
    plan = WaiverPlan.model_validate(head("waivers", waivers=list(waivers)))
    known: dict[str, Waiver] = {given.id: given for given in plan.waivers}
    covered = tuple(Waived(finding(message), known[name]) for message, name in waived)
    inspection = Inspection(Report.of(findings, {}), covered)
    return view_check(Facts(handbook(plan), AS_OF), inspection, {"looks": rule("looks", Level.NOTE)})


def test_open_findings_come_worst_first() -> None:
    shown = view(findings=(finding("Small."), finding("Grave.", Level.ERROR), finding("Middling.", Level.WARNING)))
    assert [found.message for found in shown.findings] == ["Grave.", "Middling.", "Small."]
    assert [shown.count(level) for level in Level] == [1, 1, 1]


def test_every_waiver_is_shown_with_all_findings_that_it_covers() -> None:
    shown = view(waiver("used"), waiver("idle"), waived=(("One.", "used"), ("Two.", "used")))
    rows = {row.waiver.id: [found.message for found in row.findings] for row in shown.waivers}
    assert rows == {"used": ["One.", "Two."], "idle": []}
    assert shown.waived == 2


def test_a_waiver_is_expired_from_the_day_after_its_last() -> None:
    shown = view(waiver("today", expires_on="2026-11-22"), waiver("yesterday", expires_on="2026-11-21"))
    assert {row.waiver.id: row.expired for row in shown.waivers} == {"today": False, "yesterday": True}


def test_a_finding_that_two_waivers_cover_counts_once() -> None:
    shown = view(waiver("first"), waiver("second"), waived=(("One.", "first"), ("One.", "second")))
    assert shown.waived == 1


def test_waivers_have_their_place_on_the_page_of_the_checker() -> None:
    plan = WaiverPlan.model_validate(head("waivers", waivers=[waiver("known")]))
    find = Sitemap.of(handbook(plan)).find
    assert find("waiver", "known") == Location("check.html", "waiver-known")
    assert find("plan", "waivers") == Location("check.html", "plan-waivers")
    assert view(waiver("known")).plans == (plan,)
