"""A corrective action is past its date and not closed.

`due_on` has passed, and `status` is `open` or `in-progress`.

## Why

The weakness is known and still there. In the inquiry after an emergency this is the worst sentence one can read. A
delay has to be told to those who answer for it.

## How to fix

Do it, then set `status: closed` with `closed_on` and `evidence`. If it takes longer, let the management agree to a new
`due_on`, and say meanwhile what protects you.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.exercises import ActionStatus
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("BSI IT-Grundschutz DER.4.A14", "ISO 22301:2019, 10.1")


def check(facts: Facts) -> Iterator[Problem]:
    for action in facts.handbook.corrective_actions.values():
        if action.status is not ActionStatus.CLOSED and action.due_on < facts.as_of:
            late = (facts.as_of - action.due_on).days
            yield Problem(
                Place.of(action, "due_on"),
                f"The action `{action.id}` of `{action.owner}` was due on {action.due_on}, {late}"
                f" day{'s' * (late > 1)} ago, and is {action.status}.",
                expected="a closed action, or a date that lies ahead",
                remedy="Close it with `closed_on` and `evidence`, or have a new `due_on` approved.",
                related=(Related(Place.of(action, "status"), "not closed"),),
            )
