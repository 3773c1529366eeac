"""The one who publishes a statement is also one of those who approve it.

In an approval path the `publisher` is not the role of one of its steps, and a different person is the first to call
for it.

## Why

The publisher is the last who sees that a check is missing. Who approves and publishes in one go can send a text that
nobody else has read to the end.

## How to fix

Name another role as `publisher`, such as the one who runs the accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import ApprovalPath
from generator.model.handbook import Handbook
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule (four eyes)",)


def check(facts: Facts) -> Iterator[Problem]:
    for path in facts.handbook.approval_paths.values():
        number = _own_check(facts.handbook, path)
        if number is not None:
            role = path.steps[number].role
            also = "" if role == path.publisher else f", the same person as `{role}`,"
            yield Problem(
                Place.of(path, "publisher"),
                f"In the path `{path.id}` `{path.publisher}`{also} both approves and publishes.",
                expected="a publisher who has no check in the path",
                remedy="Name another role as `publisher`.",
                related=(Related(Place.of(path, "steps", number, "role"), "approves here"),),
            )


def _own_check(handbook: Handbook, path: ApprovalPath) -> int | None:
    """Which check of a path is done by its publisher."""
    own = (
        number
        for number, step in enumerate(path.steps)
        if step.role == path.publisher or shared_person(handbook, step.role, path.publisher)
    )
    return next(own, None)
