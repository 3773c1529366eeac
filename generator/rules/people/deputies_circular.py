"""Roles stand in only for each other, and fewer than three people fill them.

Followed is the list of `deputies` of a role, and theirs in turn. If it leads back to the role itself, and all the roles
on the way are filled by fewer than three different active people, there is nobody outside the circle.

## Why

Two roles that name each other look covered twice. When both people travel together, are ill in the same week or are
busy in the same emergency, every call ends where it began.

## How to fix

Add a third role under `deputies` of one of them, held by somebody else, such as their superior.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)
_LEAST = 3


def check(facts: Facts) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    for role in facts.handbook.roles.values():
        circle = _reached(facts.handbook, role.id)
        people = {call.person.id for name in circle for call in holders(facts.handbook, name)}
        if len(circle) < 2 or role.id not in circle or frozenset(circle) in told or not 0 < len(people) < _LEAST:
            continue
        told.add(frozenset(circle))
        others = [facts.handbook.roles[name] for name in circle if name != role.id]
        names = " and ".join(f"`{name}`" for name in (role.id, *(other.id for other in others)))
        yield Problem(
            Place.of(role, "deputies"),
            f"{names} stand in only for each other; {_people(people)}.",
            expected=f"at least {_LEAST} people who can take over",
            remedy=f"Add a third role under `deputies` of `{role.id}`.",
            related=tuple(Related(Place.of(other, "deputies"), "leads back") for other in others),
        )


def _reached(handbook: Handbook, role: str) -> tuple[str, ...]:
    """The deputies of a role, their deputies and so on, in the order in which they are called."""
    found: dict[str, None] = {}
    waiting = list(handbook.roles[role].deputies)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += handbook.roles[name].deputies
    return tuple(found)


def _people(people: set[str]) -> str:
    named = " and ".join(f"`{person}`" for person in sorted(people))
    return f"the only people are {named}" if len(people) > 1 else f"the only person is {named}"
