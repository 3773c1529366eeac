"""What the page of exercises says about findings and the plans that were changed because of them."""

from __future__ import annotations

from pathlib import Path

from generator.analysis.facts import Facts
from generator.pipeline import Project, inspect_facts, render_language
from tests.unit.analysis.sample_plans import AS_OF, exercise, exercises, handbook, record, scenario, step


def test_a_version_that_names_a_finding_is_shown_there_though_nobody_demanded_it(tmp_path: Path) -> None:
    named = {"version": "1.1.0", "on": "2026-04-01", "by": "chief", "change": "Mended.", "resolves": ["late"]}
    plan = exercises(exercise("drill"), records=[record("drill", "2026-03-01", "late", "other")])
    book = handbook(scenario(step("see"), control={"revisions": [named]}), plan)
    facts = Facts(book, AS_OF)
    pages = {
        page.path: page.html for page in render_language(Project(tmp_path), facts, inspect_facts(facts), "en").pages
    }
    _, late, other = pages["exercises.html"].split('<li id="exercise-finding-')
    assert '<a href="revisions.html#plan-outage">in version 1.1.0</a>, 1 Apr 2026' in late
    assert "also changed" in late
    assert "Must change" not in late
    assert "in version" not in other
