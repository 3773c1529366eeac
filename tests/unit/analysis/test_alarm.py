"""Whom an alarm reaches."""

from __future__ import annotations

from generator.analysis.alarm import gathered, paths, paths_of, told
from generator.model.handbook import Handbook
from generator.model.severity import SeverityPlan
from tests.unit.analysis.sample_plans import handbook, organization, role, severity

TEAM = {
    "id": "crew",
    "title": "Crew",
    "purpose": "Works.",
    "leader": "captain",
    "deputy_leaders": ["mate"],
    "members": ["cook"],
    "called_together": "By phone.",
    "assembles_within": "1 h",
}


def book() -> Handbook:
    """Grade 1 informs the captain, its path calls the mate; the cook is only in the team."""
    plan = severity(1, 2).model_dump(mode="json")
    plan["grades"][0] |= {"informs": ["captain"], "team": "crew"}
    hop = {"after": "5 min", "notify": "mate", "via": [], "says": "Come."}
    plan["escalation"] = [{"id": "one", "title": "One", "grade": "grade-1", "steps": [hop]}]
    crew = [role(name) for name in ("captain", "mate", "cook")]
    return handbook(SeverityPlan.model_validate(plan), organization(crew, teams=[TEAM]))


def test_the_intake_hears_of_every_grade() -> None:
    assert told(book(), book().grades["grade-2"]) == {"chief"}


def test_those_informed_and_those_the_path_calls_hear_of_a_grade() -> None:
    assert told(book(), book().grades["grade-1"]) == {"chief", "captain", "mate"}


def test_a_team_is_its_leader_its_deputies_and_its_members() -> None:
    assert gathered(book(), book().grades["grade-1"]) == {"captain", "mate", "cook"}
    assert gathered(book(), book().grades["grade-2"]) == frozenset()


def test_paths_belong_to_a_grade() -> None:
    assert [path.id for path in paths_of(book(), "grade-1")] == ["one"]
    assert paths_of(book(), "grade-2") == ()
    assert paths(handbook()) == ()
