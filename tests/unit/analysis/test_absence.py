"""What happens when one or two people are out."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.absence import Absence, absences, pair_absences
from generator.analysis.facts import Facts
from generator.analysis.schedule import schedule
from generator.analysis.staffing import Crew, staffed, tasks_of
from tests.unit.analysis.sample_plans import Fields, scenario, step

CREW = Crew({"chief": ("ann",), "aide": ("bob", "cid"), "cook": ("eve",)}, {"chief": ("cook",), "aide": (), "cook": ()})


def rows(*steps: Fields) -> tuple[tuple[Absence, ...], tuple[Absence, ...]]:
    tasks = {"outage": tasks_of(schedule(scenario(*steps)))}
    full = {"outage": staffed(tasks["outage"], CREW)}
    return absences(tasks, full, CREW), pair_absences(tasks, full, CREW)


def told(found: tuple[Absence, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...], list[str]]]:
    return [(row.people, row.unmanned, [late.name for late in row.late]) for row in found]


def test_a_person_whom_a_deputy_replaces_in_time_is_not_told() -> None:
    assert rows(step("lead", "5 min", "10 min"))[0] == ()


def test_a_person_without_whom_nobody_is_left_is_told_with_the_steps() -> None:
    single, _ = rows(step("cook-rice", responsible="cook"), step("cook-soup", responsible="cook", within="1 h"))
    assert told(single) == [(("eve",), ("cook-rice", "cook-soup"), [])]


def test_a_limit_that_breaks_without_a_person_is_told() -> None:
    single, _ = rows(
        step("lead", "10 min", "12 min"),
        step("cook-rice", "10 min", "11 min", responsible="cook"),
    )
    assert told(single) == [(("eve",), ("cook-rice",), []), (("ann",), (), ["lead"])]
    assert single[1].late[0].end == 20


def test_a_limit_that_breaks_with_everybody_there_is_nobodys_absence() -> None:
    assert rows(step("lead", "10 min", "5 min")) == ((), ())


def test_a_pair_is_told_only_with_what_neither_does_alone() -> None:
    single, pairs = rows(step("carry", responsible="aide"), step("cook-rice", responsible="cook"))
    assert told(single) == [(("eve",), ("cook-rice",), [])]
    assert told(pairs) == [(("bob", "cid"), ("carry",), [])]


def test_a_pair_counts_the_stand_in_of_the_first() -> None:
    _, pairs = rows(step("lead"))
    assert told(pairs) == [(("ann", "eve"), ("lead",), [])]


@st.composite
def plans(draw: st.DrawFn) -> list[Fields]:
    return [
        step(
            f"s{number}",
            f"{draw(st.integers(1, 9))} min",
            f"{draw(st.integers(10, 60))} min",
            after=[f"s{earlier}" for earlier in range(number) if draw(st.booleans()) and draw(st.booleans())],
            responsible=draw(st.sampled_from(["chief", "aide", "cook"])),
        )
        for number in range(draw(st.integers(1, 7)))
    ]


def worked_out_one_by_one(steps: list[Fields]) -> dict[tuple[str, str], set[str]]:
    """By pair, the steps that go wrong only without both."""
    tasks = tasks_of(schedule(scenario(*steps)))
    alone = {one: staffed(tasks, CREW, frozenset((one,))).harmed for one in ("ann", "bob", "cid", "eve")}
    full = staffed(tasks, CREW).harmed
    return {
        (one, two): set(staffed(tasks, CREW, frozenset((one, two))).harmed - full - alone[one] - alone[two])
        for one, two in combinations(alone, 2)
    }


@given(plans())
def test_no_pair_without_whom_a_step_stays_undone_is_passed_over(steps: list[Fields]) -> None:
    _, pairs = rows(*steps)
    found = {row.people: {*row.unmanned, *(late.name for late in row.late)} for row in pairs}
    for pair, harmed in worked_out_one_by_one(steps).items():
        assert found.get(pair, set()) in (harmed, set()), "what is worked out is told in full"
        unmanned = staffed(tasks_of(schedule(scenario(*steps))), CREW, frozenset(pair)).unmanned
        assert harmed.intersection(unmanned) <= found.get(pair, set())


def test_no_pair_of_a_bundled_scenario_is_passed_over(bundled_facts: Facts) -> None:
    name = "workstation-failure"
    tasks, full, crew = bundled_facts.tasks[name], bundled_facts.staffed[name], bundled_facts.crew
    found = {row.people for row in pair_absences({name: tasks}, {name: full}, crew)}
    everybody = sorted(bundled_facts.handbook.people)
    alone = {one: staffed(tasks, crew, frozenset((one,))).harmed for one in everybody}
    harmful = {
        (one, two)
        for one, two in combinations(everybody, 2)
        if staffed(tasks, crew, frozenset((one, two))).harmed - full.harmed - alone[one] - alone[two]
    }
    assert found == harmful


def test_bundled_steps_always_have_somebody_when_one_person_is_out(bundled_facts: Facts) -> None:
    assert [row for row in bundled_facts.absences if row.unmanned] == []
