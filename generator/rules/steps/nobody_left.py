"""When one person is away, nobody is left for a step.

A role does a step of the phases `detect` to `handle`, and all who can do it, its active holders and those of its
`deputies`, are one and the same person. Critical roles without any deputy and roles without a holder are told by other
rules. A company with a single active person is left alone.

## Why

This person is ill, asleep or on a plane when it happens, and the step stays undone. It is the most common way in which
a good plan fails. Standards ask for an alternate for every role that acts.

## How to fix

Name a role under `deputies` that another person fills, or assign a second person to the role. Tell and train them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.staffing import acting_first
from generator.finding import Level
from generator.model.organization import PersonStatus, Role
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.2 (alternates)", "CIS Controls v8, 17.1")
_SHOWN = 3


def check(facts: Facts) -> Iterator[Problem]:
    if sum(person.status is PersonStatus.ACTIVE for person in facts.handbook.people.values()) < 2:
        return
    for name, steps in acting_first(facts.handbook).items():
        role, everybody = facts.handbook.roles[name], facts.crew.everybody(name)
        told_elsewhere = not facts.crew.holders[name] or (role.critical and not role.deputies)
        if len(everybody) == 1 and not told_elsewhere:
            yield _alone(role, next(iter(everybody)), steps)


def _alone(role: Role, person: str, steps: tuple[Step, ...]) -> Problem:
    count = f"{len(steps)} steps" if len(steps) > 1 else f"`{steps[0].id}`"
    return Problem(
        Place.of(role, "deputies"),
        f"Without `{person}` nobody is left in `{role.id}` for {count} before the recovery.",
        expected="a second person who can do these steps",
        remedy="Name a deputy that another person fills, or assign a second person to the role.",
        related=tuple(Related(Place.of(step, "responsible"), "a step without anybody") for step in steps[:_SHOWN]),
    )
