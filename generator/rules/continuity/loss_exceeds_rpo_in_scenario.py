"""In one scenario the copies that survive lose more data than the recovery point objective accepts.

A copy is lost with its `site` (`hits_sites` of the scenario), with its `account` (`hits_accounts`), and, if the
scenario is `hostile`, unless it is offline or immutable. For each system that the scenario fails or restores, the
least loss (`every` + `takes` + `lag`) of the surviving copies must not exceed the `rpo`. What is too long even
without the scenario is reported by `loss-exceeds-rpo` alone.

## Why

The quick copy lies in the next room or under the same login. Just when it is needed, after a fire or an attack, only
the slow one far away is left, and with it days of orders instead of minutes.

## How to fix

Give the frequent job a copy that survives: at another `site`, under another `account`, `immutable` or `offline`. Or
shorten `lag` and `every` of the copy that is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import (
    SavedCopy,
    SystemBackups,
    cause_of_loss,
    concerned_systems,
    copies_of,
    least_loss,
    survives,
)
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "Regulation (EU) 2024/2690, annex 4.1.3 and 4.2.2",
    "House rule: only copies that survive the scenario count",
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        concerned = concerned_systems(scenario)
        for name, backups in facts.recovery.backups.items():
            if name in concerned and backups.system.rpo:
                yield from _judged(scenario, backups, backups.system.rpo)


def _judged(scenario: Scenario, backups: SystemBackups, rpo: Duration) -> Iterator[Problem]:
    usual, left = least_loss(backups.surviving()), least_loss(backups.surviving(scenario))
    if usual and left and not is_later(usual.worst_loss, rpo.minutes) and is_later(left.worst_loss, rpo.minutes):
        lost = next(saved for saved in _best_first(backups) if not survives(saved, scenario))
        yield _problem(scenario, backups, lost, left)


def _best_first(backups: SystemBackups) -> list[SavedCopy]:
    return sorted(copies_of(backups.jobs), key=lambda saved: saved.worst_loss)


def _problem(scenario: Scenario, backups: SystemBackups, lost: SavedCopy, left: SavedCopy) -> Problem:
    system = backups.system
    return Problem(
        Place.of(scenario, *cause_of_loss(lost, scenario)),
        f"In `{scenario.id}` the best copy of `{system.id}` that survives, of `{left.job.id}`, loses up to "
        f"{Duration.spell(left.worst_loss)}, but only {system.rpo} may be lost.",
        expected="a surviving copy with a worst loss within the `rpo`",
        remedy="Give the frequent job a copy that survives this, or make the surviving copy more frequent.",
        related=(
            Related(Place.of(system, "rpo"), "the objective here"),
            Related(Place.of(lost.copy, "account"), "this quicker copy is lost"),
            Related(Place.of(left.copy, "lag"), "the best copy that is left"),
        ),
    )
