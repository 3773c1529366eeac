"""A system has too few copies, or they are too much alike, to survive a bad day (3-2-1-1-0).

Production counts as one of three copies. All jobs of a system whose copies are restored from one piece are taken
together, and its incremental, differential or log jobs by method, if the `rpo` cannot be kept without them. Together
they must make at least two copies in different places or on different media, on at least two media (one of them then
differs from production, whatever that is), one of them `off_site`, and one `offline` or `immutable`.

## Why

Copies that are alike die together: the same disk model, the same room, the same attacker. Each part of the rule covers
another kind of disaster, and attackers destroy first what can be changed over the network.

## How to fix

Add what is missing under `copies`, usually one copy with another provider or on tape, with `off_site: true` and
`immutable: true` or `offline: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SystemBackups, copies_of
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.technical import BackupJob
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("3-2-1-1-0 rule of backups", "CISA CPG 2.0, 3.O (offsite and offline copies)")


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        for group in backups.groups:
            missing = _missing(group)
            if missing:
                yield _problem(backups, group, missing)


def _missing(jobs: tuple[BackupJob, ...]) -> list[str]:
    saved = copies_of(jobs)
    different = {(one.copy.medium.casefold(), one.copy.place.casefold()) for one in saved}
    media = {one.copy.medium.casefold() for one in saved}
    wanted = {
        "a second copy beside production": len(different) >= 2,
        "a second medium": len(media) >= 2,
        "a copy off site": any(one.copy.off_site for one in saved),
        "a copy that is offline or immutable": any(one.locked for one in saved),
    }
    return [what for what, there in wanted.items() if not there]


def _problem(backups: SystemBackups, jobs: tuple[BackupJob, ...], missing: list[str]) -> Problem:
    first, *others = jobs
    return Problem(
        Place.of(first, "copies"),
        f"The copies of `{backups.system.id}` made by {in_backticks(job.id for job in jobs)} lack: "
        f"{', '.join(missing)}.",
        expected="two copies beside production, on two media, one off site, one offline or immutable",
        remedy="Add a copy with what is missing.",
        related=tuple(Related(Place.of(job, "copies"), "counted too") for job in others),
    )
