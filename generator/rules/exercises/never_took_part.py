"""A critical role, or a deputy of one, never took part in an exercise.

Every role that is `critical`, and every role in the `deputies` of one, is among the `participants` or is `led_by` of
at least one record. The rule is silent as long as there are no records at all.

## Why

On the night it happens the deputy answers. Somebody who never practised asks first what the plan is. European rules
want the roles to be tested, and exercises that always have the same players hide exactly this gap.

## How to fix

Add the role to `participants` of the next exercise that fits and let it act, best in place of the one it stands in
for. If nobody depends on it, take it out of `deputies`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import held
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.organization import Role
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 3.5.5", "ANSSI crisis guide, 1.2")


def check(facts: Facts) -> Iterator[Problem]:
    records = held(facts.handbook, facts.as_of)
    seen = {role for record in records for role in (*record.participants, record.led_by)}
    for role, critical in _needed(facts.handbook).values():
        if records and role.id not in seen:
            yield _problem(role, critical)


def _needed(handbook: Handbook) -> dict[str, tuple[Role, Role]]:
    """Critical roles and their deputies by id, each with the critical role that makes it needed."""
    critical = [role for role in handbook.roles.values() if role.critical]
    needed = {role.id: (role, role) for role in critical}
    for role in critical:
        for deputy in role.deputies:
            needed.setdefault(deputy, (handbook.roles[deputy], role))
    return needed


def _problem(role: Role, critical: Role) -> Problem:
    if role is critical:
        named, related = f"The critical role `{role.id}`", Related(Place.of(role, "critical"), "critical")
    else:
        named = f"The role `{role.id}`, deputy of the critical role `{critical.id}`,"
        related = Related(Place.of(critical, "deputies"), "deputy here")
    return Problem(
        Place.of(role, "id"),
        f"{named} never took part in an exercise.",
        expected="its name among the `participants` of at least one record",
        remedy=f"Let `{role.id}` act in the next exercise that fits, and add it to its `participants`.",
        related=(related,),
    )
