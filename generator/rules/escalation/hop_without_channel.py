"""An escalation step does not say how the role is called.

Every step of an escalation path has at least one channel under `via`.

## Why

At night a message in the chat is read in the morning. Whoever escalates must know whether to call, to knock or to
write. GB/T 29639-2020 wants the method of each internal alarm named.

## How to fix

Add `via: [...]` with a channel that the role hears at any hour.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import paths
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("GB/T 29639-2020 (information intake)",)


def check(facts: Facts) -> Iterator[Problem]:
    for path in paths(facts.handbook):
        for step in path.steps:
            if not step.via:
                yield Problem(
                    Place.of(step, "via"),
                    f"At `{path.grade}` the call to `{step.notify}` after {step.after} has no channel.",
                    expected="at least one channel",
                    remedy="Add a channel that this role hears at any hour, such as a phone call.",
                )
