"""A backup is restored before anybody has checked it.

A step with `act: restore` brings back a system that has a backup job, or names no system in `restores`, and does not
wait, directly or through other steps, for a step with `act: verify-backup`. A handbook without backup jobs is left
alone.

## Why

The newest copy may be incomplete or carry the same malware. Who restores it unseen loses hours, overwrites what was
still whole, and lets the attacker in again.

## How to fix

Add a step with `act: verify-backup` that looks at completeness and infection on a machine apart, and name it in
`after` of the restore.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("NIST CSF 2.0, RC.RP-03", "CISA CPG 2.0, 3.O", "BSI IT-Grundschutz, DER.2.1.A6")


def check(facts: Facts) -> Iterator[Problem]:
    backed_up = {job.system for job in facts.handbook.backup_jobs.values()}
    for scenario in facts.handbook.scenarios.values():
        earlier = facts.earlier_steps[scenario.id]
        checks = scenario.doing(Act.VERIFY_BACKUP)
        for step in scenario.doing(Act.RESTORE):
            from_backup = bool(backed_up) and (not step.restores or not backed_up.isdisjoint(step.restores))
            if from_backup and not any(verified.id in earlier[step.id] for verified in checks):
                yield _unchecked(step, checks)


def _unchecked(step: Step, checks: tuple[Step, ...]) -> Problem:
    if not checks:
        return Problem(
            Place.of(step, "act"),
            f"`{step.id}` restores a backup, and no step of this plan checks it first.",
            expected="a step with `act: verify-backup` before it",
            remedy="Add a step that checks the copy for completeness and infection, and name it in `after`.",
        )
    return Problem(
        Place.of(step, "after"),
        f"`{step.id}` restores a backup, but does not wait for `{checks[0].id}`, which checks it.",
        expected=f"`{checks[0].id}` before `{step.id}`",
        remedy=f"Add `{checks[0].id}` to `after`.",
        related=(Related(Place.of(checks[0], "id"), "where the backup is checked"),),
    )
