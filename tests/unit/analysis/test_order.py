"""Which steps are over before a step begins."""

from __future__ import annotations

from generator.analysis.order import earlier_steps
from generator.analysis.schedule import schedule
from tests.unit.analysis.sample_plans import scenario, step


def test_steps_are_awaited_directly_and_through_others() -> None:
    timed = schedule(
        scenario(
            step("last", after=["middle"]),
            step("first"),
            step("middle", since="first"),
            step("aside"),
        )
    )
    assert earlier_steps(timed) == {
        "last": {"first", "middle"},
        "first": frozenset(),
        "middle": {"first"},
        "aside": frozenset(),
    }
