"""Words come in over a channel that only one person, or nobody, watches.

A channel with direction `in` or `both` is watched by at least two people who can be called upon: those who fill the
roles of `owner` and `deputy`. Channels whose owner and deputy are the same are a matter of `channel-one-person`. A
handbook in which no role is assigned is left out.

## Why

In an emergency the first hint often comes in: a call of the press, a post of a customer, a question of an authority.
One person does not watch by day and by night. ISO 22301 asks that incoming messages are taken, recorded and answered.

## How to fix

Assign somebody to the role that nobody fills, or name another role as `owner` or `deputy`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import holders, shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import Channel, Direction
from generator.model.handbook import Handbook
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.3",)


def check(facts: Facts) -> Iterator[Problem]:
    for channel in facts.handbook.channels.values() if facts.handbook.assignments else ():
        if channel.direction is not Direction.OUT and not _judged_elsewhere(channel, facts.handbook):
            yield from _watched(channel, facts.handbook)


def _judged_elsewhere(channel: Channel, handbook: Handbook) -> bool:
    return channel.owner == channel.deputy or shared_person(handbook, channel.owner, channel.deputy) is not None


def _watched(channel: Channel, handbook: Handbook) -> Iterator[Problem]:
    people = {call.person.id for role in (channel.owner, channel.deputy) for call in holders(handbook, role)}
    if len(people) < 2:
        field = "owner" if not holders(handbook, channel.owner) else "deputy"
        watching = f"only `{people.pop()}` watches it" if people else "nobody watches it"
        yield Problem(
            Place.of(channel, field),
            f"Words come in over `{channel.id}`, but {watching}: nobody fills `{getattr(channel, field)}`.",
            expected="at least two people who watch it",
            remedy=f"Assign somebody to `{getattr(channel, field)}`, or name another role as `{field}`.",
        )
