"""A statement stands still when one person of its approval path cannot be reached.

For each role that checks in an approval path there are at least two people to call: two active people fill it, or
somebody else fills the role of a deputy.

## Why

A path is as fast as its slowest check. If the one lawyer who has to nod is on a plane, the statement waits, or it
goes out without the check. ISO 22301 asks for alternates for the people who act in a disruption.

## How to fix

Add a role that may check in the same way to `deputies` of the role, or assign a second person to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import call_order
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.2 (alternates)",)


def check(facts: Facts) -> Iterator[Problem]:
    for path in facts.handbook.approval_paths.values():
        for number, step in enumerate(path.steps):
            if _is_alone(facts.handbook, step.role):
                yield Problem(
                    Place.of(path, "steps", number, "role"),
                    f"Nobody can check in place of `{step.role}`, so the path `{path.id}` can stand still.",
                    expected="a role with a deputy, or with two people",
                    remedy=f"Add a deputy to the role `{step.role}`, or assign a second person to it.",
                    related=(Related(Place.of(facts.handbook.roles[step.role], "deputies"), "the deputies"),),
                )


def _is_alone(handbook: Handbook, role: str) -> bool:
    """Whether at most one person can be called; a role that nobody fills is alone if it has no deputies."""
    people = call_order(handbook, role, most=2)
    return len(people) < 2 and (bool(people) or not handbook.roles[role].deputies)
