"""Missed limits are told where the delay arises."""

from __future__ import annotations

from generator.analysis.lateness import MissedLimit, limits_missed_at_worst, missed_limits
from generator.analysis.schedule import schedule
from tests.unit.analysis.sample_plans import Fields, scenario, step


def likely(*steps: Fields) -> list[MissedLimit]:
    return list(missed_limits(schedule(scenario(*steps))))


def worst(*steps: Fields) -> list[MissedLimit]:
    return list(limits_missed_at_worst(schedule(scenario(*steps))))


def test_a_step_longer_than_its_limit_is_late() -> None:
    (found,) = likely(step("slow", "30 min", "20 min"))
    assert (found.step.id, found.ends, found.limit, found.awaited) == ("slow", 30, 20, None)


def test_a_step_that_just_keeps_its_limit_is_not_late() -> None:
    assert likely(step("exact", "20 min", "20 min", worst="20 min")) == []


def test_a_step_that_only_inherits_the_delay_is_not_told() -> None:
    found = likely(step("slow", "30 min", "20 min"), step("next", "5 min", "25 min", after=["slow"]))
    assert [missed.step.id for missed in found] == ["slow"]


def test_a_step_that_would_be_late_anyhow_is_told_as_well() -> None:
    found = likely(step("slow", "30 min", "20 min"), step("next", "10 min", "25 min", after=["slow"]))
    assert [missed.step.id for missed in found] == ["slow", "next"]
    assert found[1].awaited is not None
    assert found[1].awaited.id == "slow"


def test_a_limit_that_breaks_only_at_worst_is_told_apart() -> None:
    steps = (step("risky", "10 min", "20 min", worst="30 min"), step("next", "5 min", "40 min", after=["risky"]))
    assert likely(*steps) == []
    assert [(missed.step.id, missed.ends) for missed in worst(*steps)] == [("risky", 30)]
    assert worst(step("late", "30 min", "20 min", worst="40 min")) == [], "it is late anyhow"
