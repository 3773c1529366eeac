"""A plan relies on a statement of law that no lawyer has confirmed.

An obligation that a scenario lists has the certainty `to-be-confirmed` or `disputed`.

## Why

The plan is still the best one can do today, so this is a note. But a clock that may be wrong should be known as such,
and the list of notes is the list of questions for the lawyer.

## How to fix

Ask a lawyer, correct the obligation, and set `certainty: read-in-source` with the text that was read under `source`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import listed_in
from generator.finding import Level
from generator.model.legal import Certainty
from generator.rule import Place, Problem

LEVEL = Level.NOTE
SOURCES = ("House rule: a lawyer confirms every clock",)


def check(facts: Facts) -> Iterator[Problem]:
    for name, scenarios in listed_in(facts.handbook).items():
        obligation = facts.handbook.obligations[name]
        if obligation.certainty in (Certainty.UNCONFIRMED, Certainty.DISPUTED):
            number = f"{len(scenarios)} plan{'s' * (len(scenarios) > 1)}"
            yield Problem(
                Place.of(obligation, "certainty"),
                f"{number} rest{'s' * (len(scenarios) == 1)} on `{name}`, which is marked as {obligation.certainty}.",
                expected="`certainty: read-in-source`",
                remedy="Let a lawyer confirm basis, start and deadline, then change `certainty`.",
            )
