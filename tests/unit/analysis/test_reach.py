"""What goes down with a failed system."""

from __future__ import annotations

import pytest

from generator.analysis.reach import failed_systems, lost_channels, working_again
from generator.model.handbook import Handbook
from generator.model.technical import TechnicalPlan
from tests.unit.analysis.sample_plans import channel, communication, handbook, scenario, step, system, technical


@pytest.fixture
def book() -> Handbook:
    return handbook(
        communication(
            channel("website", "shop"), channel("e-mail", "mail"), channel("poster"), channel("chat", "mail", "network")
        ),
        technical(system("shop", "servers"), system("servers", "power"), system("power"), system("mail", "network"),
                  system("network")),
    )  # fmt: skip


def test_what_depends_on_a_failed_system_fails_too_over_any_number_of_steps(book: Handbook) -> None:
    assert failed_systems(book, ["power"]) == {"power", "servers", "shop"}
    assert failed_systems(book, ["servers"]) == {"servers", "shop"}, "what it stands on still works"


def test_several_failures_add_up(book: Handbook) -> None:
    assert failed_systems(book, ["servers", "network"]) == {"servers", "shop", "network", "mail"}
    assert failed_systems(book, []) == frozenset()


def test_systems_that_need_each_other_fail_together() -> None:
    ring = handbook(technical(system("one", "two"), system("two", "three"), system("three", "one"), system("four")))
    assert failed_systems(ring, ["two"]) == {"one", "two", "three"}


def test_channels_that_need_a_failed_system_are_lost(book: Handbook) -> None:
    assert [found.id for found in lost_channels(book, ["power"])] == ["website"]
    assert [found.id for found in lost_channels(book, ["network"])] == ["e-mail", "chat"]
    assert lost_channels(book, []) == ()


def test_a_bundled_power_failure_takes_more_than_it_names(bundled_handbook: Handbook) -> None:
    named = set(bundled_handbook.scenarios["power-failure"].fails)
    down = failed_systems(bundled_handbook, named)
    assert named < down
    for name, found in bundled_handbook.systems.items():
        assert (name in down) == (name in named or any(need in down for need in found.depends_on))


def test_what_works_again_does_not_take_others_down(book: Handbook) -> None:
    assert failed_systems(book, ["power"], ["servers"]) == {"power"}, "the shop stands on the servers only"
    assert failed_systems(book, ["power"], ["power"]) == frozenset()
    assert failed_systems(book, ["power", "network"], ["power"]) == {"network", "mail"}
    assert [found.id for found in lost_channels(book, ["network"], ["mail"])] == ["chat"]


def test_a_step_finds_working_what_earlier_steps_restore_and_what_spares_replace() -> None:
    spare = {
        "id": "router",
        "title": "Router",
        "quantity": 1,
        "site": "home",
        "place": "Shelf",
        "keeper": "chief",
        "ready_within": "5 min",
        "replaces": ["network"],
        "check_every": "1 month",
        "checked_on": "2026-11-01",
        "how_to_use": "Switch it on.",
    }
    plan = technical(system("power"), system("network"), system("mail")).model_dump(mode="json") | {"spares": [spare]}
    company = handbook(TechnicalPlan.model_validate(plan))
    plan_b = scenario(
        step("mend", restores=["power"]), step("plug", uses=["router"]), step("late", restores=["mail"]), step("write")
    )
    mend, plug, _, write = plan_b.steps
    assert working_again(company, plan_b, write, frozenset({"mend", "plug"})) == {"power", "network"}
    assert working_again(company, plan_b, write, frozenset()) == frozenset()
    assert working_again(company, plan_b, plug, frozenset()) == {"network"}, "the spare in the step's own hand"
    assert working_again(company, plan_b, mend, frozenset()) == frozenset(), "not before the step is done"
