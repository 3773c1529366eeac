"""A system whose data may not be lost has no backup.

Each system with an `rpo`, and each system of the kind `data`, has at least one job under `backup_jobs`.

## Why

Shops on a marketplace, configuration, keys, product pictures and chat records are easily forgotten, because somebody
else runs them. The provider keeps his service alive, not your data: a deleted shop is deleted there too.

## How to fix

Add a backup job; for a system of somebody else that is an export. If its data can be lost, remove `rpo`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.technical import SystemKind
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 4.2.2(b)", "CISA CPG 2.0, 3.O (list of all backups)")


def check(facts: Facts) -> Iterator[Problem]:
    for system in facts.handbook.systems.values():
        if system.id in facts.recovery.backups:
            continue
        if system.rpo or system.system is SystemKind.DATA:
            promise = f"may lose {system.rpo} of data at most" if system.rpo else "holds data"
            yield Problem(
                Place.of(system, "rpo" if system.rpo else "system"),
                f"`{system.id}` {promise}, but nothing backs it up.",
                expected=f"a backup job with `system: {system.id}`",
                remedy="Add a job under `backup_jobs`; for a system that others run, a regular export.",
            )
