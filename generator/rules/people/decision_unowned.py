"""Nobody may take a decision that every emergency can demand.

Each of the six decisions (stop the sales, shut a site, spend money, approve a statement, notify an authority, decide on
a ransom) is the `decides` of an authority that a role holds, and an active person fills this role.

## Why

When nobody is named, the person on the spot waits for a superior, or decides without the right to. Either costs more
than the decision itself. Reviews of response plans name missing authority as one of the gaps they find most often.

## How to fix

Write `decides:` with the decision at the authority that means it, and name the authority under `authorities` of a role
that somebody fills.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.organization import Authority, Decision, OrganizationPlan, Role
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule after published reviews of incident response plans",)


def check(facts: Facts) -> Iterator[Problem]:
    authorities = facts.handbook.authorities.values()
    meant = {decision: [a for a in authorities if a.decides is decision] for decision in Decision}
    unnamed = [decision for decision in Decision if not meant[decision]]
    if unnamed:
        yield _unnamed(facts, unnamed)
    for decision, means in meant.items():
        holders = [r for r in facts.handbook.roles.values() if any(a.id in r.authorities for a in means)]
        if means and not any(first_holder(facts.handbook, role.id) for role in holders):
            yield _unheld(decision, means[0], holders)


def _unnamed(facts: Facts, decisions: list[Decision]) -> Problem:
    plans = sorted(facts.handbook.of_type(OrganizationPlan), key=lambda plan: not plan.authorities)
    named = ", ".join(f"`{decision}`" for decision in decisions)
    silent = [authority for authority in facts.handbook.authorities.values() if authority.decides is None]
    return Problem(
        Place.of(plans[0], "authorities") if plans else Place.of(facts.handbook.settings),
        f"No authority says that it decides on {named}.",
        expected="an authority with `decides:` for each of these, and a role that holds it",
        remedy=f"Add `decides: {decisions[0]}` to the authority that means it, or add one; name it in a role.",
        related=tuple(Related(Place.of(authority, "id"), "does not say what it decides") for authority in silent),
    )


def _unheld(decision: Decision, authority: Authority, holders: list[Role]) -> Problem:
    named = ", ".join(f"`{role.id}`" for role in holders)
    fault = f"only by {named}, which nobody fills" if holders else "by no role"
    return Problem(
        Place.of(authority, "id"),
        f"The authority `{authority.id}`, which decides on `{decision}`, is held {fault}.",
        expected="a role that somebody fills with this authority",
        remedy=f"Add `{authority.id}` to `authorities` of a role.",
        related=tuple(Related(Place.of(role, "authorities"), "held here") for role in holders),
    )
