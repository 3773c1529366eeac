"""A deputy is the same person as the one to stand in for.

In `deputies` of a role, and in `deputy_leaders` of a team, no role stands in for itself, none is named twice, and none
has the same person to call first as the role that it stands in for.

## Why

The deputy is called when the first person does not answer. If it is the same person again, the list looks complete and
saves nobody. Only another person can take over.

## How to fix

Put a role into the list that another person fills, or assign somebody else to the deputy first.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Role, Team
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for role in facts.handbook.roles.values():
        yield from _in_list(facts, role, "deputies", role.id, role.deputies)
    for team in facts.handbook.teams.values():
        yield from _in_list(facts, team, "deputy_leaders", team.leader, team.deputy_leaders)


def _in_list(
    facts: Facts, element: Role | Team, field: str, principal: str, deputies: tuple[str, ...]
) -> Iterator[Problem]:
    for number, deputy in enumerate(deputies):
        place = Place.of(element, field, number)
        if deputy == principal:
            yield _problem(place, f"`{deputy}` is named as its own deputy.")
        elif deputy in deputies[:number]:
            first = Related(Place.of(element, field, deputies.index(deputy)), "first named here")
            yield _problem(place, f"`{deputy}` is named twice among the deputies of `{principal}`.", first)
        else:
            yield from _same_person(facts, place, principal, deputy)


def _same_person(facts: Facts, place: Place, principal: str, deputy: str) -> Iterator[Problem]:
    own, other = first_holder(facts.handbook, principal), first_holder(facts.handbook, deputy)
    if own and other and own.person.id == other.person.id:
        yield _problem(
            place,
            f"The deputy `{deputy}` is filled by `{own.person.id}`, who is also the first to call for `{principal}`.",
            Related(Place.of(own.assignment, "person"), f"the first to call for `{principal}`"),
            Related(Place.of(other.assignment, "person"), f"the first to call for `{deputy}`"),
        )


def _problem(place: Place, message: str, *related: Related) -> Problem:
    return Problem(
        place,
        message,
        expected="a role that another person fills",
        remedy="Name another role here, or remove this one.",
        related=related,
    )
