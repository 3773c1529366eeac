"""The author of a statement also approves it.

In an approval path the `drafter` is not the role of one of its steps, and a different person is the first to call for
it.

## Why

Nobody sees the own mistake. A check by the author is no check: wrong numbers and unintended admissions go out with
two signatures of the same person.

## How to fix

Name another role as `drafter`, or another role for the check. If two roles are filled by the same person, assign
somebody else to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (nobody approves the own work)",)


def check(facts: Facts) -> Iterator[Problem]:
    for path in facts.handbook.approval_paths.values():
        for number, step in enumerate(path.steps):
            if step.role == path.drafter or shared_person(facts.handbook, path.drafter, step.role):
                also = "" if step.role == path.drafter else f", the same person as `{path.drafter}`,"
                yield Problem(
                    Place.of(path, "steps", number, "role"),
                    f"In the path `{path.id}` `{step.role}`{also} both drafts and checks.",
                    expected="somebody else for the check",
                    remedy="Let another role draft, or another role check.",
                    related=(Related(Place.of(path, "drafter"), "the drafter"),),
                )
