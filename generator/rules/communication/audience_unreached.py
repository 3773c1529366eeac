"""No channel reaches these people.

Each audience stands in `reaches` of at least one channel whose direction is `out` or `both`. A handbook without
channels is left out.

## Why

People who must hear from the company hear nothing, or somebody looks for their addresses while the clock runs. ISO
22301 asks the plan to say how each interested party is reached.

## How to fix

Add the audience to `reaches` of the channel that reaches it, or write down the channel that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import Direction
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.3", "ENISA guidance on Regulation (EU) 2024/2690, 4.3.2")


def check(facts: Facts) -> Iterator[Problem]:
    channels = facts.handbook.channels.values()
    reached = {name for channel in channels if channel.direction is not Direction.IN for name in channel.reaches}
    for audience in facts.handbook.audiences.values():
        if channels and audience.id not in reached:
            yield Problem(
                Place.of(audience, "id"),
                f"No channel carries words to `{audience.id}`.",
                expected="a channel with direction `out` or `both` that reaches it",
                remedy=f"Add `{audience.id}` to `reaches` of a channel, or add the channel that is missing.",
            )
