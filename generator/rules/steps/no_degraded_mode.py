"""A system the business stands on is down, and no step goes on without it.

A system in `fails`, or one that depends on it, is `critical`, but no step has `act: work-degraded` or
`act: switch-over`.

## Why

The repair takes hours, and customers do not wait. Without paper forms, a second line or orders by phone the whole
company stands still for as long as the technicians need.

## How to fix

Add a step with `act: work-degraded` (how work goes on with less) or `act: switch-over` (what takes its place). What
`without_it` of the system says is a good start.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.reach import failed_systems
from generator.finding import Level
from generator.model.acts import Act
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("CISA CPG 2.0, 6.A", "ENISA guidance on Regulation (EU) 2024/2690, annex 4.1.3", "ANSSI crisis guide, 10.7")


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if scenario.fails and not scenario.doing(Act.WORK_DEGRADED, Act.SWITCH_OVER):
            yield from _stands_still(facts.handbook, scenario)


def _stands_still(handbook: Handbook, scenario: Scenario) -> Iterator[Problem]:
    for number, failed in enumerate(scenario.fails):
        down = failed_systems(handbook, [failed])
        critical = next((system for system in handbook.systems.values() if system.critical and system.id in down), None)
        if critical:
            with_it = "" if critical.id == failed else f" and with it `{critical.id}`"
            yield Problem(
                Place.of(scenario, "fails", number),
                f"`{failed}`{with_it} is down, the business stands on it, and no step goes on without it.",
                expected="a step with `act: work-degraded` or `act: switch-over`",
                remedy="Add how work goes on with paper, phone or another system until it is repaired.",
                related=(Related(Place.of(critical, "critical"), "the business stands on it"),),
            )
            return
