"""How many pieces of a spare are needed at once."""

from __future__ import annotations

from typing import Any

from generator.analysis.promises import most_wanted
from generator.model.scenario import Scenario
from generator.model.technical import TechnicalPlan
from tests.unit.analysis.sample_plans import handbook, head, scenario, step, system


def using(name: str, *fails: str, **more: Any) -> Scenario:
    return scenario(step("use", uses=["router"]), name=name, fails=list(fails), **more)


def wanted(*scenarios: Scenario, replaces: tuple[str, ...] = ()) -> list[str]:
    router = {
        "id": "router",
        "title": "Router",
        "quantity": 1,
        "site": "home",
        "place": "Shelf",
        "keeper": "chief",
        "ready_within": "1 min",
        "replaces": list(replaces),
        "check_every": "1 month",
        "checked_on": "2026-11-01",
        "how_to_use": "Press.",
    }
    systems = [system("power"), system("net", "power"), system("hotline", "power"), system("van")]
    book = handbook(TechnicalPlan.model_validate(head("technical", systems=systems, spares=[router])), *scenarios)
    return [promise.scenario.id for promise in most_wanted(book, book.spares["router"])]


def test_scenarios_run_at_once_if_one_brings_down_what_the_other_is_made_for() -> None:
    assert wanted(using("blackout", "power"), using("no-net", "net")) == ["blackout", "no-net"]
    assert len(wanted(using("breakdown", "van"), using("no-net", "net"))) == 1


def test_what_a_third_scenario_sets_off_together_runs_at_once() -> None:
    blackout = scenario(step("wait"), name="blackout", fails=["power"])
    assert wanted(blackout, using("no-net", "net"), using("no-calls", "hotline")) == ["no-net", "no-calls"]


def test_a_piece_that_stands_in_for_the_same_failed_system_is_needed_once() -> None:
    assert wanted(using("blackout", "power"), using("no-net", "net"), replaces=("net",)) == ["blackout"]


def test_what_begins_by_itself_is_not_set_off() -> None:
    for cause in ({"hostile": True}, {"hits_sites": ["home"]}, {"life_safety": True}):
        assert len(wanted(using("blackout", "power"), using("disaster", "net", **cause))) == 1


def test_a_spare_that_no_step_uses_is_promised_to_nobody() -> None:
    assert wanted(scenario(step("wait"), fails=["power"])) == []
