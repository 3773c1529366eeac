"""A statement does not fit into one of its channels.

The words of a statement, with gaps as they are written, have at most `max_characters` of each of its channels.

## Why

The channel cuts the words off, usually at the end, where the help and the next update stand. Or somebody shortens
them in a hurry, after the approval.

## How to fix

Shorten the words, or write a short statement of its own for this channel.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for statement in facts.handbook.statements.values():
        length = len(statement.says)
        channels = (facts.handbook.channels[name] for name in statement.channels)
        short = [(most, channel) for channel in channels if (most := channel.max_characters) and length > most]
        if short:
            most, channel = min(short, key=lambda pair: pair[0])
            names = ", ".join(f"`{channel.id}`" for _, channel in short)
            yield Problem(
                Place.of(statement, "says"),
                f"`{statement.id}` has {length} characters, too many for {names}.",
                expected=f"at most {most} characters",
                remedy="Shorten the words, or write a short statement of its own for this channel.",
                related=(Related(Place.of(channel, "max_characters"), "the tightest channel"),),
            )
