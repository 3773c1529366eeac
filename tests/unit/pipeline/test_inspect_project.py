"""From a project folder to all that is wrong with its plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.analysis.facts import Facts
from generator.pipeline import Project, inspect_project, load_project
from generator.rule import Place, Problem
from tests.golden.books import copy_book
from tests.unit.reporters.samples import RULES


def says_the_day(facts: Facts) -> Iterator[Problem]:
    yield Problem(Place.of(facts.handbook.settings, "time_zone"), f"It is {facts.as_of}.")


@pytest.fixture(autouse=True)
def only_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = replace(RULES["all-well"], check=says_the_day)
    monkeypatch.setattr("generator.pipeline.reading.all_rules", lambda: {rule.id: rule})


@pytest.fixture
def shop(tmp_path: Path) -> Project:
    return Project(copy_book("corner-shop", tmp_path / "shop"))


def test_the_rules_run_as_of_the_given_day(shop: Project) -> None:
    inspection = inspect_project(shop, date(2027, 2, 3))
    (finding,) = inspection.report.findings
    assert finding.message == "It is 2027-02-03."
    assert (inspection.report.excerpt(finding.position) or "").startswith("time_zone: ")
    assert inspection.ran == {"all-well"}


def test_without_a_day_it_is_today_in_the_time_zone_of_the_handbook(
    shop: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = shop.plans / "handbook.yml"
    zone = load_project(shop).handbook
    assert zone is not None
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(zone.settings.time_zone, "Asia/Shanghai"), encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 11, 22, 23, 30, tzinfo=UTC).timestamp())))
    assert [f.message for f in inspect_project(shop).report.findings] == ["It is 2026-11-23."]


def test_no_rule_runs_over_plans_that_cannot_be_read(shop: Project) -> None:
    (shop.plans / "glossary.yml").write_text("titel: x\n")
    inspection = inspect_project(shop, date(2027, 2, 3))
    assert inspection.ran == frozenset()
    assert inspection.report == load_project(shop).report
    assert inspection.report.errors
