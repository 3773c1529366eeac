"""The author of a plan approves it.

`approver` is the `owner`, or the author (`by`) of the newest revision, or the same person is called first for the
approver and for one of them.

## Why

Four eyes see what two overlooked. An approval by the author is none, and auditors say so.

## How to fix

Let another role approve: the superior of the owner, or a peer who has to work with the plan. In a very small company
name an outside adviser, or accept the finding with a waiver.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import Plan
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (separation of duties)",)


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        newest = plan.control.newest
        authors = [(plan.control.owner, "owns", Place.of(plan.control, "owner"))]
        if newest:
            authors.append((newest.by, "wrote the newest revision of", Place.of(newest, "by")))
        problems = (_same(facts, plan, *author) for author in authors if not plan.control.retired)
        yield from [problem for problem in problems if problem][:1]


def _same(facts: Facts, plan: Plan, author: str, does: str, place: Place) -> Problem | None:
    approver = plan.control.approver
    person = shared_person(facts.handbook, author, approver)
    if author == approver:
        fault = f"`{author}` {does} the plan `{plan.id}` and approves it too."
    elif person:
        fault = f"`{person.id}` {does} the plan `{plan.id}` as `{author}` and approves it as `{approver}`."
    else:
        return None
    return Problem(
        Place.of(plan.control, "approver"),
        fault,
        expected="an approver who did not write the plan",
        remedy="Name another role in `approver` and have it approve the plan.",
        related=(Related(place, "the author"),),
    )
