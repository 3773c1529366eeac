"""When steps begin and end, by when they are due, and which of them decide the length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.analysis.facts import Facts
from generator.analysis.schedule import Schedule, schedule, waits_for
from generator.model.handbook import Handbook
from generator.model.scenario import Step
from tests.unit.analysis.sample_plans import a_step, scenario, step


def timed(*steps: dict[str, Any]) -> Schedule:
    return schedule(scenario(*steps))


def test_a_step_that_waits_for_nothing_starts_at_once() -> None:
    only = timed(step("look", "4 min", "10 min", worst="9 min")).steps["look"]
    assert (only.starts, only.ends, only.worst_end, only.limit) == (0, 4, 9, 10)


def test_a_step_starts_when_the_last_of_those_it_waits_for_has_ended() -> None:
    found = timed(
        step("short", "2 min", worst="50 min"),
        step("long", "20 min", worst="30 min"),
        step("join", "1 min", after=["short", "long"], worst="3 min"),
    ).steps["join"]
    assert (found.starts, found.ends) == (20, 21)
    assert found.worst_end == 53, "at worst the short step is the long one"


def test_a_step_may_be_written_before_the_one_it_waits_for() -> None:
    found = timed(step("second", "3 min", after=["first"]), step("first", "7 min"))
    assert found.steps["second"].starts == 7
    assert list(found.steps) == ["second", "first"], "the order of writing is kept"


def test_limits_count_from_activation_even_after_other_steps() -> None:
    found = timed(step("first", within="30 min"), step("second", within="20 min", after=["first"]))
    assert found.steps["second"].limit == 20


def test_limits_counted_since_steps_add_up_along_the_chain() -> None:
    found = timed(
        step("first", within="30 min"),
        step("second", within="1 h", since="first"),
        step("third", within="2 days", since="second"),
    )
    assert [found.steps[name].limit for name in ("first", "second", "third")] == [30, 90, 90 + 2 * 1440]


def test_a_step_waits_for_the_one_its_limit_counts_from() -> None:
    found = timed(step("first", "8 min"), step("second", "1 min", since="first"))
    assert found.steps["second"].starts == 8


def test_a_step_named_twice_is_waited_for_once() -> None:
    assert waits_for(a_step(after=["b", "a", "b"], since="a")) == ("b", "a")
    assert waits_for(a_step()) == ()


def test_the_critical_path_is_the_chain_that_ends_last() -> None:
    found = timed(
        step("start", "5 min"),
        step("quick", "1 min", after=["start"]),
        step("slow", "30 min", after=["start"]),
        step("finish", "5 min", after=["quick", "slow"]),
        step("aside", "6 min"),
    )
    assert found.critical == ("start", "slow", "finish")
    assert found.length == 40


def test_of_chains_that_end_together_the_first_written_is_critical() -> None:
    names = ["delta", "alpha", "charlie", "bravo", "echo", "golf"]
    found = timed(*(step(name) for name in names), step("join", after=names))
    assert found.critical == ("delta", "join")


def test_steps_come_in_the_order_in_which_they_are_due_then_in_which_they_begin() -> None:
    found = timed(
        step("late", within="1 h"),
        step("second", "1 min", within="10 min", after=["first"]),
        step("first", "1 min", within="10 min"),
    )
    assert [item.step.id for item in found.by_limit()] == ["first", "second", "late"]


def test_a_scenario_without_steps_has_no_length() -> None:
    assert timed().length == 0
    assert timed().critical == ()


def test_payment_anomaly_runs_as_worked_out_by_hand(bundled_facts: Facts) -> None:
    found = bundled_facts.schedules["payment-anomaly"].steps
    # confirm-fault 5 + set-grade 3 + tell-departments 3 + draft 5 + approve 5 + publish 3
    assert found["publish-statement"].ends == 24
    # due 2 h after activation, refunds 4 h later, calls within a day after that
    assert found["call-back"].limit == 120 + 240 + 1440


def recount_end(steps: Mapping[str, Step], name: str) -> float:
    own = steps[name]
    before = {*own.after, *([own.since] if own.since else [])}
    return own.takes.likely.minutes + max((recount_end(steps, earlier) for earlier in before), default=0)


def recount_limit(steps: Mapping[str, Step], name: str) -> float:
    own = steps[name]
    return own.within.minutes + (recount_limit(steps, own.since) if own.since else 0)


def test_every_bundled_schedule_agrees_with_a_recount(bundled_handbook: Handbook, bundled_facts: Facts) -> None:
    for plan in bundled_handbook.scenarios.values():
        steps = {item.id: item for item in plan.steps}
        found = bundled_facts.schedules[plan.id]
        assert {name: recount_end(steps, name) for name in steps} == {n: s.ends for n, s in found.steps.items()}
        assert {name: recount_limit(steps, name) for name in steps} == {n: s.limit for n, s in found.steps.items()}
        chain = [found.steps[name] for name in found.critical]
        assert chain[-1].ends == found.length
        assert sum(item.step.takes.likely.minutes for item in chain) == found.length, "no gap in the critical path"
