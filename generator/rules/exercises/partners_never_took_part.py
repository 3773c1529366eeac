"""The supplier of a critical system is a partner in no exercise.

Every outside body that is `supplier` of a `critical` system is among the `partners` of at least one exercise of the
programme. The rule is silent as long as there is no programme.

## Why

Half of the way to repair runs through other people's telephones. The number that rings on an empty desk and the
contract that has no night service are found in an exercise or in the emergency.

## How to fix

Ask the supplier to take part, if only for one call, and add its id to `partners` of the exercise.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.technical import System
from generator.rule import Place, Problem, Related

LEVEL = Level.NOTE
SOURCES = ("ISO 22301:2019, 8.6 (partners and suppliers)", "ANSSI crisis guide, 1.2")


def check(facts: Facts) -> Iterator[Problem]:
    exercises = facts.handbook.exercises.values()
    partners = {body for exercise in exercises for body in exercise.partners}
    missing: dict[str, System] = {}
    for system in facts.handbook.systems.values():
        if exercises and system.critical and system.supplier and system.supplier not in partners:
            missing.setdefault(system.supplier, system)
    for supplier, system in missing.items():
        yield Problem(
            Place.of(system, "supplier"),
            f"The critical system `{system.id}` comes from `{supplier}`, which is a partner in no exercise.",
            expected=f"`{supplier}` among the `partners` of an exercise",
            remedy=f"Ask `{supplier}` to take part, and add it to `partners` of the exercise that fits.",
            related=(Related(Place.of(facts.handbook.outside_bodies[supplier], "id"), "the supplier"),),
        )
