"""What the page of one emergency shows."""

from __future__ import annotations

from generator.analysis.facts import Facts
from generator.model.scenario import Scenario
from generator.views.scenario import ScenarioView, view_scenario
from tests.unit.analysis.sample_plans import (
    AS_OF,
    channel,
    communication,
    handbook,
    organization,
    role,
    scenario,
    severity,
    step,
    system,
    technical,
)


def view(plan: Scenario) -> ScenarioView:
    company = organization([role("guard"), role("cook")])
    systems = technical(system("power"), system("network", "power"))
    channels = communication(channel("chat", "network"), channel("poster"))
    return view_scenario(Facts(handbook(company, severity(3, 1, 2), systems, channels, plan), AS_OF), plan)


def test_the_first_minutes_hold_what_is_due_within_ten_minutes_soonest_first() -> None:
    found = view(
        scenario(
            step("later", within="11 min"),
            step("ten", within="10 min"),
            step("two", within="2 min"),
            step("since", within="9 min", since="two"),
            step("five", within="5 min"),
        )
    )
    assert [row.timed.step.id for row in found.first] == ["two", "five", "ten"]
    assert [row.number for row in found.first] == [3, 5, 2], "with the numbers they have further down"


def test_of_steps_due_together_the_one_that_begins_earlier_is_first() -> None:
    found = view(scenario(step("second", "1 min", after=["first"]), step("first", "1 min"), step("third", "1 min")))
    assert [row.timed.step.id for row in found.first] == ["first", "third", "second"]


def test_where_nothing_is_due_soon_the_two_soonest_steps_are_shown() -> None:
    found = view(scenario(step("slow", within="3 h"), step("early", within="30 min"), step("slower", within="1 day")))
    assert [row.timed.step.id for row in found.first] == ["early", "slow"]


def test_steps_are_numbered_through_all_phases() -> None:
    found = view(
        scenario(
            phases=[
                {"id": "detect", "steps": [step("one"), step("two")]},
                {"id": "report", "steps": [step("three")]},
                {"id": "respond", "steps": [step("four")]},
            ]
        )
    )
    assert [[row.number for row in phase.rows] for phase in found.phases] == [[1, 2], [3], [4]]
    assert found.numbers == {"one": 1, "two": 2, "three": 3, "four": 4}


def test_steps_on_the_critical_path_are_marked() -> None:
    found = view(scenario(step("long", "30 min"), step("short", "1 min"), step("end", after=["long", "short"])))
    marked = [row.timed.step.id for phase in found.phases for row in phase.rows if row.critical]
    assert marked == ["long", "end"]


def test_grades_come_worst_first_whatever_the_order_of_writing() -> None:
    rules = [{"grade": f"grade-{rank}", "when": f"When {rank}."} for rank in (2, 3, 1)]
    found = view(scenario(step("see"), severity=rules))
    assert [(row.grade.id, row.rule.when) for row in found.grades] == [
        ("grade-1", "When 1."),
        ("grade-2", "When 2."),
        ("grade-3", "When 3."),
    ]


def test_the_matrix_has_a_column_for_each_role_that_has_a_part_and_empty_cells_elsewhere() -> None:
    found = view(
        scenario(step("see", responsible="guard", accountable="chief"), step("tell", informed=["cook"]))
    ).matrix
    assert found.roles == ("guard", "chief", "cook")
    assert [(row.number, row.letters) for row in found.rows] == [
        (1, (("R",), ("A",), ())),
        (2, ((), ("R", "A"), ("I",))),
    ]


def test_channels_that_need_what_has_failed_are_listed_as_lost() -> None:
    assert [lost.id for lost in view(scenario(step("see"), fails=["power"])).lost] == ["chat"]
    assert view(scenario(step("see"))).lost == ()


def test_parts_that_do_not_apply_are_listed_with_the_reason() -> None:
    found = view(scenario(step("see"), not_applicable={"legal": "No law.", "organization": "Nobody."}))
    assert [(part.part, part.reason) for part in found.omitted] == [("organization", "Nobody."), ("legal", "No law.")]


def test_every_bundled_page_shows_each_step_once_and_a_column_for_each_role(bundled_facts: Facts) -> None:
    for name, plan in bundled_facts.handbook.scenarios.items():
        found = view_scenario(bundled_facts, plan)
        shown = [row.timed.step.id for phase in found.phases for row in phase.rows]
        assert shown == [item.id for item in plan.steps]
        assert sorted(found.numbers.values()) == list(range(1, len(shown) + 1))
        assert 2 <= len(found.first) <= len(shown)
        assert set(found.matrix.roles) == {duty.role for duty in bundled_facts.duties[name]}
        letters = sum(len(cell) for row in found.matrix.rows for cell in row.letters)
        assert letters == sum(len(duty.letters) for duty in bundled_facts.duties[name])
