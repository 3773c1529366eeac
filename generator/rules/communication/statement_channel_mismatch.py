"""A statement goes over a channel that does not lead to its readers.

Each channel of a statement carries words out (direction `out` or `both`) and reaches at least one of its audiences.
Each audience of the statement is reached by at least one of its channels. An audience that no channel at all reaches
is a matter of `audience-unreached`.

## Why

The words are published and everybody ticks the step off, but the people they were written for never see them.

## How to fix

Add a channel that reaches the audience to `channels`, or take the wrong channel or audience out. If the channel does
reach them, add the audience to `reaches` of the channel.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import Channel, Direction, Statement
from generator.model.handbook import Handbook
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.3",)


def check(facts: Facts) -> Iterator[Problem]:
    for statement in facts.handbook.statements.values():
        channels = [facts.handbook.channels[name] for name in statement.channels]
        wrong = [number for number, channel in enumerate(channels) if _is_wrong(channel, statement)]
        for number in wrong:
            yield _wrong_channel(statement, number, channels[number])
        if len(wrong) < len(channels):
            yield from _left_out(statement, channels, facts.handbook)


def _led_to(channel: Channel) -> tuple[str, ...]:
    return () if channel.direction is Direction.IN else channel.reaches


def _is_wrong(channel: Channel, statement: Statement) -> bool:
    return bool(statement.audiences) and set(statement.audiences).isdisjoint(_led_to(channel))


def _wrong_channel(statement: Statement, number: int, channel: Channel) -> Problem:
    silent = channel.direction is Direction.IN
    return Problem(
        Place.of(statement, "channels", number),
        f"`{statement.id}` goes over `{channel.id}`, which "
        + ("only takes words in." if silent else "reaches none of its audiences."),
        expected="a channel that reaches " + " or ".join(f"`{audience}`" for audience in statement.audiences),
        remedy="Take another channel, or correct `reaches` and `direction` of this one.",
        related=(Related(Place.of(channel, "direction" if silent else "reaches"), "the channel"),),
    )


def _left_out(statement: Statement, channels: list[Channel], handbook: Handbook) -> Iterator[Problem]:
    served = {audience for channel in channels for audience in _led_to(channel)}
    for number, audience in enumerate(statement.audiences):
        fitting = [channel.id for channel in handbook.channels.values() if audience in _led_to(channel)]
        if audience not in served and fitting:
            yield Problem(
                Place.of(statement, "audiences", number),
                f"None of the channels of `{statement.id}` reaches `{audience}`.",
                expected="one of " + ", ".join(f"`{name}`" for name in fitting),
                remedy="Add such a channel to `channels`, or take the audience out.",
                related=(Related(Place.of(statement, "channels"), "the channels"),),
            )
