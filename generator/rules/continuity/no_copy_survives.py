"""A scenario leaves no copy from which a system could be restored.

A copy is lost with its `site` (`hits_sites` of the scenario), with its `account` (`hits_accounts`), and, if the
scenario is `hostile`, unless it is offline or immutable. Each system with backups that the scenario fails or restores
must keep at least one copy. Incremental, differential and log copies count only while a copy in one piece is left.

## Why

Attackers look for the backups first, and a fire takes the server and the disk beside it. A plan that says "restore
from the backup" then has nothing to restore from, and nobody sees it before that day.

## How to fix

Give the system one more copy under `copies` that this scenario does not reach: another `site`, another `account`,
`immutable: true` or `offline: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SystemBackups, cause_of_loss, concerned_systems, copies_of, survives
from generator.finding import Level
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.2.2 (safe location)", "CISA CPG 2.0, 3.O (offline copies)")


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        concerned = concerned_systems(scenario)
        for name, backups in facts.recovery.backups.items():
            if name in concerned and backups.surviving() and not backups.surviving(scenario):
                yield _problem(scenario, backups)


def _problem(scenario: Scenario, backups: SystemBackups) -> Problem:
    name = backups.system.id
    lost = [saved for saved in copies_of(backups.whole or backups.jobs) if not survives(saved, scenario)]
    return Problem(
        Place.of(scenario, *cause_of_loss(lost[-1], scenario)),
        f"In `{scenario.id}` no copy survives from which `{name}` could be restored.",
        expected=f"at least one copy of `{name}` that this scenario does not reach",
        remedy="Add a copy at another site and under another account that is offline or immutable.",
        related=tuple(Related(Place.of(saved.copy, "place"), "this copy is lost") for saved in lost),
    )
