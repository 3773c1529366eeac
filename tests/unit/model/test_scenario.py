"""What a scenario knows of its own steps."""

from __future__ import annotations

from generator.model.acts import Act, PhaseId
from tests.unit.analysis.sample_plans import scenario, step

PLAN = scenario(
    phases=[
        {"id": "detect", "steps": [step("look", act="confirm"), step("call")]},
        {"id": "recover", "steps": [step("over", act="stand-down"), step("look-again", act="confirm")]},
    ]
)


def test_steps_are_found_by_what_they_do_in_order() -> None:
    assert [found.id for found in PLAN.doing(Act.CONFIRM)] == ["look", "look-again"]
    assert [found.id for found in PLAN.doing(Act.STAND_DOWN, Act.CONFIRM)] == ["look", "over", "look-again"]
    assert PLAN.doing() == ()


def test_every_step_knows_its_phase_and_phases_are_in_order() -> None:
    assert PLAN.phase_of == {"look": "detect", "call": "detect", "over": "recover", "look-again": "recover"}
    assert [phase.place for phase in PhaseId] == list(range(6))


def test_the_last_step_is_the_one_that_ends_the_emergency() -> None:
    assert PLAN.last_step is PLAN.doing(Act.STAND_DOWN)[0]
    assert scenario(step("look")).last_step is None
