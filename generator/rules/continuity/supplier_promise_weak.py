"""A supplier promises less than the systems need that it supplies.

`restores_within` of a supplier is at most the `rto` of each system that it supplies. The supplier of a `critical`
system has such a promise at all.

## Why

You cannot be back before the one you wait for. Without a promise in the contract the supplier serves its larger
customers first.

## How to fix

Agree on a time that fits and write it into `restores_within`. If the supplier does not give it, raise `rto` or find a
way around it, such as a second supplier.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.analysis.suppliers import Supply, supplies
from generator.finding import Level
from generator.model.technical import System
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("APRA CPS 230", "SCF BCD-01.2")


def check(facts: Facts) -> Iterator[Problem]:
    for supply in supplies(facts.handbook):
        promised = supply.body.restores_within
        if promised is None:
            needing = [system for system in supply.critical if system.rto]
            fault = "promises no time in which it works again"
        else:
            needing = [one for one in supply.systems if one.rto and is_later(promised.minutes, one.rto.minutes)]
            fault = f"promises to work again within {promised}"
        if needing:
            yield _problem(supply, needing, fault)


def _problem(supply: Supply, needing: list[System], fault: str) -> Problem:
    soonest = min(needing, key=lambda system: system.rto.minutes if system.rto else 0)
    return Problem(
        Place.of(supply.body, "restores_within"),
        f"`{supply.body.id}` {fault}, but `{soonest.id}`, which it supplies, must be back within {soonest.rto}.",
        expected=f"at most {soonest.rto}, the `rto` of `{soonest.id}`",
        remedy="Agree on a time that fits and write it into `restores_within`, or raise the `rto`.",
        related=tuple(Related(Place.of(system, "rto"), "needed within") for system in needing),
    )
