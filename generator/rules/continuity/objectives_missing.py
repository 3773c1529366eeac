"""A critical system has no recovery objective.

Each system that is marked `critical` has an `rto` and an `mtd`. If its kind is `data` or `application`, it also has
an `rpo`.

## Why

Without a number nobody can say which system comes first, how often to copy, or when to tell customers the truth. The
choice is then made in the emergency by whoever shouts loudest. ISO 22301 demands these times for prioritised
activities.

## How to fix

Ask the owner of the business what one hour, one day and one lost day of data cost. Write `rto`, `rpo` and `mtd`, and
the reason into `objective_basis`. If the business can do without the system, remove `critical`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.technical import System, SystemKind
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.2.2", "NIST SP 800-53, CP-2 (recovery objectives)")

_HOLDS_DATA = frozenset({SystemKind.DATA, SystemKind.APPLICATION})


def check(facts: Facts) -> Iterator[Problem]:
    for system in facts.handbook.systems.values():
        missing = [field for field in _needed(system) if getattr(system, field) is None]
        if missing:
            yield Problem(
                Place.of(system, missing[0]),
                f"The critical system `{system.id}` lacks {in_backticks(missing)}.",
                expected="`rto` and `mtd` for each critical system, `rpo` if it holds data",
                remedy=f"Add {in_backticks(missing)} with the reason in `objective_basis`, or remove `critical`.",
            )


def _needed(system: System) -> tuple[str, ...]:
    if not system.critical:
        return ()
    return ("rto", "rpo", "mtd") if system.system in _HOLDS_DATA else ("rto", "mtd")
