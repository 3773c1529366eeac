"""Who does which step when, if nobody does two things at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.facts import Facts
from generator.analysis.schedule import Schedule, schedule
from generator.analysis.staffing import (
    Crew,
    StaffedSchedule,
    acting_first,
    clash_before,
    improved,
    staffed,
    tasks_of,
)
from tests.unit.analysis.sample_plans import (
    Fields,
    assigned,
    handbook,
    organization,
    person,
    role,
    scenario,
    step,
)

DUTIES = {"chief": ("ann",), "aide": ("bob", "cid"), "cook": ("eve",)}
DEPUTIES = {"chief": ("aide", "cook"), "aide": ("chief",), "cook": ()}
CREW = Crew(DUTIES, DEPUTIES)


def timed(*steps: Fields) -> Schedule:
    return schedule(scenario(*steps))


def planned(*steps: Fields, absent: Iterable[str] = (), crew: Crew = CREW) -> StaffedSchedule:
    return staffed(improved(tasks_of(timed(*steps)), crew), crew, frozenset(absent))


def times(found: StaffedSchedule, *names: str) -> list[tuple[str | None, float, float]]:
    return [(found.steps[name].person, found.steps[name].start, found.steps[name].end) for name in names]


def test_one_person_does_two_steps_one_after_the_other_the_more_pressing_first() -> None:
    found = planned(step("later", "10 min", within="1 h"), step("first", "5 min", within="6 min"))
    assert times(found, "first", "later") == [("ann", 0, 5), ("ann", 5, 15)]
    assert found.late == ()


def test_holders_of_one_role_work_side_by_side() -> None:
    found = planned(*(step(name, "10 min", "12 min", responsible="aide") for name in ("a", "b")))
    assert times(found, "a", "b") == [("bob", 0, 10), ("cid", 0, 10)]


def test_a_deputy_does_nothing_while_a_holder_is_there() -> None:
    found = planned(step("a", "10 min", "12 min"), step("b", "10 min", "12 min"))
    assert {item.person for item in found.steps.values()} == {"ann"}
    assert [item.name for item in found.late] == ["b"]


def test_deputies_step_in_for_an_absent_holder_each_with_the_first_who_is_there() -> None:
    steps = [step("a", "10 min", "12 min"), step("b", "10 min", "12 min")]
    assert times(planned(*steps, absent=["ann"]), "a", "b") == [("bob", 0, 10), ("eve", 0, 10)]
    assert times(planned(*steps, absent=["ann", "bob"]), "a", "b") == [("cid", 0, 10), ("eve", 0, 10)]


def test_a_step_without_anybody_never_ends_and_blocks_what_waits_for_it() -> None:
    found = planned(
        step("cooking", responsible="cook"), step("eating", after=["cooking"]), step("aside"), absent=["eve"]
    )
    assert found.unmanned == ("cooking",)
    assert times(found, "cooking", "eating") == [(None, inf, inf), ("ann", inf, inf)]
    assert found.late == (), "what never ends is not called late"
    assert found.harmed == {"cooking"}
    assert found.steps["aside"].end == 5


def test_a_short_step_fits_into_the_gap_before_one_that_waits() -> None:
    found = planned(
        step("ground", "20 min", "30 min", responsible="cook"),
        step("urgent", "5 min", "25 min", after=["ground"]),
        step("filler", "15 min", "2 h"),
    )
    assert times(found, "filler", "urgent") == [("ann", 0, 15), ("ann", 20, 25)]


def test_a_step_is_as_pressing_as_what_waits_for_it() -> None:
    found = planned(
        step("other", "10 min", "20 min"),
        step("base", "10 min", "2 h"),
        step("goal", "5 min", "15 min", after=["base"], responsible="cook"),
    )
    assert times(found, "base", "other") == [("ann", 0, 10), ("ann", 10, 20)]


def test_a_step_longer_than_a_working_day_leaves_time_for_others() -> None:
    found = planned(step("campaign", "3 days", "4 days"), step("call", "5 min", "10 min", after=[]))
    assert found.late == ()
    assert found.steps["call"].start == 0


def test_another_order_is_tried_where_the_first_comes_out_late() -> None:
    tasks = tasks_of(
        timed(
            step("long", "8 min", "16 min"),
            step("ground", "7 min", "8 min", responsible="cook"),
            step("goal", "2 min", "11 min", after=["ground"]),
        )
    )
    assert [late.name for late in staffed(tasks, CREW).late] == ["long"], "the gap before the goal is too short"
    found = staffed(improved(tasks, CREW), CREW)
    assert found.late == ()
    assert times(found, "long", "goal") == [("ann", 0, 8), ("ann", 8, 10)]


def test_a_step_without_time_can_be_done_at_any_moment() -> None:
    assert planned(step("a", "0 min", "1 min"), step("b", "1 min", "1 min")).late == ()


def test_a_clash_names_the_step_that_waits_and_the_one_that_keeps_its_person() -> None:
    steps = (
        step("first", "10 min", "10 min"),
        step("second", "10 min", "1 h"),
        step("third", "5 min", "16 min", after=["second"], responsible="cook"),
    )
    found = planned(*steps)
    clash = clash_before(found, timed(*steps), "third")
    assert clash is not None
    assert (clash.waiting.name, clash.busy_with.name, clash.waiting.person) == ("second", "first", "ann")
    assert clash_before(found, timed(*steps), "first") is None


def test_only_people_who_are_there_belong_to_the_crew() -> None:
    book = handbook(
        organization(
            [role("chief", deputies=["guard"]), role("guard")],
            [person("ann", status="on-leave"), person("bob"), person("cid")],
            [*assigned("chief", "ann"), *assigned("guard", "cid", "bob")],
        )
    )
    crew = Crew.of(book)
    assert crew.holders == {"chief": (), "guard": ("cid", "bob")}
    assert crew.available("chief") == ("cid",)
    assert crew.everybody("chief") == {"bob", "cid"}


def test_what_a_role_does_first_is_what_it_does_before_the_recovery() -> None:
    phases = [{"id": "handle", "steps": [step("a")]}, {"id": "recover", "steps": [step("b")]}]
    found = acting_first(handbook(scenario(phases=phases)))
    assert {name: [item.id for item in steps] for name, steps in found.items()} == {"chief": ["a"]}


@st.composite
def plans(draw: st.DrawFn) -> list[Fields]:
    count = draw(st.integers(1, 9))
    return [
        step(
            f"s{number}",
            f"{draw(st.integers(0, 30))} min",
            f"{draw(st.integers(1, 120))} min",
            after=[f"s{earlier}" for earlier in range(number) if draw(st.booleans()) and draw(st.booleans())],
            responsible=draw(st.sampled_from(["chief", "aide", "cook"])),
        )
        for number in range(count)
    ]


@given(plans(), st.sets(st.sampled_from(["ann", "bob", "cid", "eve"]), max_size=2))
def test_nobody_does_two_things_at_once_and_no_step_begins_too_soon(steps: list[Fields], absent: set[str]) -> None:
    plan = timed(*steps)
    found = staffed(improved(tasks_of(plan), CREW), CREW, frozenset(absent))
    assert found.steps.keys() == plan.steps.keys()
    for name, item in found.steps.items():
        before = [found.steps[other].end for other in plan.steps[name].step.after]
        assert item.start >= max(before, default=0), "no step begins before those it waits for have ended"
        assert item.person not in absent
        assert item.end >= plan.steps[name].ends, "single people are never faster"
    for who in found.people:
        own = sorted((i.start, i.end) for i in found.steps.values() if i.person == who and i.end < inf)
        spans = [(start, end) for start, end in own if end > start]
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(plans())
def test_who_does_nothing_is_not_missed(steps: list[Fields]) -> None:
    tasks = improved(tasks_of(timed(*steps)), CREW)
    full = staffed(tasks, CREW)
    for idle in {"ann", "bob", "cid", "eve"} - set(full.people):
        assert staffed(tasks, CREW, frozenset((idle,))) == full


def test_bundled_limits_hold_with_the_people_there_are(bundled_facts: Facts) -> None:
    for name, found in bundled_facts.staffed.items():
        assert not found.unmanned, name
        assert not found.late, name


@pytest.mark.parametrize("name", ["cyber-attack", "fire"])
def test_bundled_steps_are_done_by_a_holder_of_their_role(bundled_facts: Facts, name: str) -> None:
    for step_id, item in bundled_facts.staffed[name].steps.items():
        doer = bundled_facts.schedules[name].steps[step_id].step.responsible
        assert item.person in [given.person for given in bundled_facts.handbook.assignments[doer]]
