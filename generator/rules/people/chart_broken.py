"""The chart of roles is not one tree.

Following `superior`, every role leads to one and the same role at the top, which has none. There is no second top, and
no circle of roles that report to one another. Deputies play no part here.

## Why

Unity of command: everybody has one superior, and every line ends at the same desk. With two tops, two people give
orders that do not match; in a circle nobody decides.

## How to fix

Set `superior` of the role that is shown to the role it really reports to. Only the top role has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.chart import circles, tops
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Role
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Incident Command System (unity of command)",)


def check(facts: Facts) -> Iterator[Problem]:
    found = tops(facts.handbook)
    for role in found[1:]:
        yield _second_top(role, found[0])
    for circle in circles(facts.handbook):
        yield _circle(circle)


def _second_top(role: Role, top: Role) -> Problem:
    return Problem(
        Place.of(role, "superior"),
        f"The role `{role.id}` has no superior, and neither has `{top.id}`.",
        expected="one role without a superior",
        remedy=f"Add `superior: {top.id}` to `{role.id}`, or the role it really reports to.",
        related=(Related(Place.of(top, "id"), "the top with more roles below it"),),
    )


def _circle(circle: tuple[Role, ...]) -> Problem:
    start = max(range(len(circle)), key=lambda number: _drop(circle, number))
    first, *others = (*circle[start:], *circle[:start])
    way = " → ".join(f"`{role.id}`" for role in (first, *others, first))
    return Problem(
        Place.of(first, "superior"),
        f"These roles report to one another: {way}." if others else f"The role `{first.id}` reports to itself.",
        expected="a line of superiors that ends at the top role",
        remedy=f"Correct `superior` of `{first.id}`, or remove it if this is the top role.",
        related=tuple(Related(Place.of(role, "superior"), f"the superior of `{role.id}`") for role in others),
    )


def _drop(circle: tuple[Role, ...], number: int) -> int:
    """How far below a role in a circle its superior ranks; the wrong line is most likely where it is furthest."""
    superior = circle[(number + 1) % len(circle)]
    return superior.seniority.below_top - circle[number].seniority.below_top
