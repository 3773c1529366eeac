"""What is practised, what it showed, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from generator.analysis.facts import Facts
from generator.views.exercises import ExercisesView, FindingRow, view_exercises
from tests.unit.analysis.sample_plans import AS_OF, Fields, exercise, exercises, handbook, record, scenario, step

REVISED = {"version": "1.1.0", "on": "2026-04-01", "by": "chief", "change": "Mended.", "resolves": ["late"]}


def shown(*revisions: Fields, as_of: date = AS_OF, **plan: Any) -> ExercisesView:
    """A drill of March that showed the finding `late`, which demands a change of the scenario and of the programme."""
    held = record("drill", "2026-03-01", "late")
    held["findings"][0] |= {"changes_scenarios": ["outage"], "changes_plans": ["exercises"]}
    changed = scenario(step("see"), control={"revisions": list(revisions)})
    return view_exercises(
        Facts(handbook(changed, exercises(exercise("drill", "outage"), records=[held], **plan)), as_of)
    )


def only_finding(view: ExercisesView) -> FindingRow:
    (row,) = view.findings
    return row


def test_exercises_are_overdue_from_the_day_after_their_date(bundled_facts: Facts) -> None:
    programme = view_exercises(bundled_facts).programme
    days = [row.exercise.next_on for row in programme]
    assert days == sorted(days)
    for as_of in (days[-1], days[-1] + timedelta(days=1)):
        rows = view_exercises(Facts(bundled_facts.handbook, as_of)).programme
        assert [row.overdue for row in rows] == [row.exercise.next_on < as_of for row in rows]
    assert all(row.overdue for row in rows)


def test_an_exercise_shows_the_newest_time_it_was_held(bundled_facts: Facts) -> None:
    found = view_exercises(bundled_facts)
    held = [row for row in found.programme if row.last]
    assert held
    for row in held:
        assert row.last is not None
        of_exercise = [r.on for r in bundled_facts.handbook.exercise_records.values() if r.exercise == row.exercise.id]
        assert row.last.on == max(of_exercise)


def test_closed_actions_come_last_and_are_never_overdue(bundled_facts: Facts) -> None:
    rows = view_exercises(Facts(bundled_facts.handbook, date(2040, 1, 1))).actions
    assert rows
    closed = [row.action.status == "closed" for row in rows]
    assert closed == sorted(closed)
    assert [row.overdue for row in rows] == [not done for done in closed]


def test_an_action_shows_the_exercise_or_the_emergency_it_comes_from() -> None:
    finding = {"id": "dark", "finding": "It was dark.", "cause": "No lamp."}
    night = {"id": "night", "title": "Night", "scenario": "outage", "began_on": "2026-05-01", "findings": [finding]}
    todo: Fields = {"do": "Mend.", "owner": "chief", "due_on": "2026-12-01", "status": "open"}
    plan = exercises(
        exercise("drill", "outage"),
        records=[record("drill", "2026-03-01", "late")],
        incidents=[night],
        actions=[
            {"id": "clock", "source": "drill-2026-03-01", "finding": "late", **todo},
            {"id": "lamp", "incident": "night", "finding": "dark", **todo},
        ],
    )
    rows = view_exercises(Facts(handbook(scenario(step("see")), plan), AS_OF)).actions
    shown = {row.action.id: (row.record and row.record.id, row.incident and row.incident.id) for row in rows}
    assert shown == {"clock": ("drill-2026-03-01", None), "lamp": (None, "night")}


def test_real_emergencies_come_newest_first() -> None:
    def incident(name: str, began_on: str) -> Fields:
        return {"id": name, "title": name, "scenario": "outage", "began_on": began_on}

    plan = exercises(incidents=[incident("spring", "2026-04-02"), incident("autumn", "2026-10-02")])
    found = view_exercises(Facts(handbook(scenario(step("see")), plan), AS_OF))
    assert [shown.incident.id for shown in found.incidents] == ["autumn", "spring"]


def test_every_scenario_in_use_is_practised_in_a_record_or_named_as_never_practised(bundled_facts: Facts) -> None:
    found = view_exercises(bundled_facts)
    practised = {one.scenario.id for row in found.records for one in row.practised}
    named = [row.scenario.id for row in found.unpractised]
    used = {name for name, plan in bundled_facts.handbook.scenarios.items() if not plan.control.retired}
    assert sorted([*practised & used, *named]) == sorted(used)


def test_what_was_never_practised_says_when_it_will_be_if_an_exercise_is_planned() -> None:
    plans = [scenario(step("see"), name=name) for name in ("planned", "forgotten")]
    book = handbook(*plans, exercises(exercise("drill", "planned", next_on="2027-01-10")))
    found = {row.scenario.id: row.next_on for row in view_exercises(Facts(book, AS_OF)).unpractised}
    assert found == {"planned": date(2027, 1, 10), "forgotten": None}


def test_a_demand_is_done_in_the_version_that_names_the_finding_and_open_elsewhere() -> None:
    row = only_finding(shown(REVISED, as_of=date(2026, 4, 15)))
    assert [(one.plan.id, one.name, one.met_by and one.met_by.version) for one in row.demands] == [
        ("exercises", "open", None),
        ("outage", "done", "1.1.0"),
    ]


def test_a_version_that_names_a_finding_is_shown_though_nobody_demanded_it_and_counts_for_no_demand() -> None:
    again = {"version": "1.2.0", "on": "2026-05-01", "by": "chief", "change": "Again.", "resolves": ["late"]}
    early = {"version": "1.0.0", "on": "2026-01-31", "by": "chief", "change": "Before.", "resolves": ["late"]}
    view = shown(early, REVISED, again, as_of=date(2026, 4, 15))
    assert [(one.plan.id, one.name, one.revision.version) for one in only_finding(view).also] == [
        ("outage", "also changed", "1.0.0"),
        ("outage", "also changed", "1.2.0"),
    ]
    assert (view.demanded, view.demands("met")) == (2, 1)


def test_a_finding_that_demands_nothing_shows_the_versions_that_name_it() -> None:
    changed = scenario(step("see"), control={"revisions": [REVISED], "status": "retired"})
    plan = exercises(exercise("drill"), records=[record("drill", "2026-03-01", "late", "other")])
    late, other = view_exercises(Facts(handbook(changed, plan), AS_OF)).findings
    assert [(one.plan.id, one.revision.version) for one in late.also] == [("outage", "1.1.0")]
    assert (late.demands, other.also) == ((), ())


@pytest.mark.parametrize(("days", "name", "late"), [(0, "open", False), (1, "late", True)])
def test_a_demand_is_late_from_the_day_after_it_was_due(days: int, name: str, late: bool) -> None:
    due = only_finding(shown()).demands[0].due_on
    row = only_finding(shown(as_of=due + timedelta(days=days)))
    assert {(one.name, one.late) for one in row.demands} == {(name, late)}


def test_the_sum_of_demands_is_that_of_the_findings() -> None:
    view = shown(REVISED, as_of=date(2026, 4, 15))
    assert (view.demanded, view.demands("met"), view.demands("open"), view.demands("late")) == (2, 1, 1, 0)


def test_a_finding_shows_the_actions_that_answer_it_and_where_they_stand() -> None:
    given: Fields = {"do": "Mend.", "owner": "chief", "finding": "late", "source": "drill-2026-03-01"}
    actions = [
        {"id": "slow", "due_on": "2026-11-21", "status": "in-progress", **given},
        {"id": "done", "due_on": "2026-04-01", "status": "closed", "closed_on": "2026-03-30", **given},
        {"id": "soon", "due_on": "2026-11-22", "status": "open", **given},
    ]
    view = shown(actions=actions)
    answers = {row.action.id: (row.overdue, row.days_left) for row in only_finding(view).actions}
    assert answers == {"slow": (True, -1), "soon": (False, 0), "done": (False, None)}
    assert (view.open_actions, view.overdue_actions) == (2, 1)
    assert {row.finding.id for row in view.actions} == {"late"}


def test_times_within_the_limit_are_counted_and_the_limit_itself_is_within() -> None:
    held = record("drill", "2026-03-01")
    held["timings"] = [
        {"what": "Out", "limit": "3 min", "measured": "3 min"},
        {"what": "Counted", "limit": "5 min", "measured": "301 s"},
    ]
    view = view_exercises(Facts(handbook(exercises(exercise("drill"), records=[held])), AS_OF))
    assert [timing.within for timing in view.records[0].record.timings] == [True, False]
    assert (view.records[0].within, view.within, view.timed) == (1, 1, 2)


@pytest.mark.parametrize(("day", "practised", "changed"), [
    ("2026-03-01", "1.0.0", True), ("2026-09-01", "1.1.0", False),
])  # fmt: skip
def test_a_record_names_the_version_that_was_practised(day: str, practised: str, changed: bool) -> None:
    history = [
        {"version": version, "on": on, "by": "chief", "change": "Made."}
        for version, on in (("1.0.0", "2026-01-10"), ("1.1.0", "2026-08-01"))
    ]
    plan = scenario(step("see"), control={"version": "1.1.0", "revisions": history})
    book = handbook(plan, exercises(exercise("drill", "outage"), records=[record("drill", day)]))
    (row,) = view_exercises(Facts(book, AS_OF)).records[0].practised
    assert (row.scenario.id, row.version, row.changed) == ("outage", practised, changed)


def test_a_round_is_behind_or_ahead_and_says_how_it_stands() -> None:
    entry = exercise("drill", every="2 months", next_on="2026-10-31")
    view = view_exercises(Facts(handbook(exercises(entry, records=[record("drill", "2026-08-30")])), AS_OF))
    (row,) = view.programme
    assert [(one.on.isoformat(), view.round_name(one)) for one in row.behind] == [
        ("2026-08-30", "held"),
        ("2026-10-31", "overdue"),
    ]
    assert [one.on.isoformat() for one in row.ahead] == [
        *("2026-12-31", "2027-02-28", "2027-04-30", "2027-06-30", "2027-08-31", "2027-10-31"),
    ]
    assert [view.rounds(state) for state in ("held", "missed", "overdue", "planned")] == [1, 0, 1, 6]


def test_findings_of_an_exercise_and_of_an_emergency_stand_with_their_own_source() -> None:
    bad = {"finding": "Bad.", "cause": "Haste."}
    night = {"id": "drill-2026-03-01", "title": "Night", "scenario": "outage", "began_on": "2026-05-01"}
    plan = exercises(
        exercise("drill"),
        records=[record("drill", "2026-03-01", "late")],
        incidents=[night | {"findings": [{"id": "dark", **bad}]}],
    )
    view = view_exercises(Facts(handbook(scenario(step("see")), plan), AS_OF))
    assert [row.finding.id for row in view.records[0].findings] == ["late"]
    assert [row.finding.id for row in view.incidents[0].findings] == ["dark"]


def test_every_bundled_finding_and_action_is_shown_once(bundled_facts: Facts) -> None:
    view, book = view_exercises(bundled_facts), bundled_facts.handbook
    assert sorted(row.finding.id for row in view.findings) == sorted(book.exercise_findings)
    answers = [row.action.id for finding in view.findings for row in finding.actions]
    assert sorted(answers) == sorted(book.corrective_actions)
