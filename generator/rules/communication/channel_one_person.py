"""Only one person can use a channel.

`owner` and `deputy` of a channel are different roles, and different people are the first to call for them.

## Why

The one who knows the password is ill, and nobody can publish. Or that person leaves, and the account goes along.

## How to fix

Name a `deputy` who is somebody else, give both a sign-in of their own, and let both try it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule (two people for each account)",)


def check(facts: Facts) -> Iterator[Problem]:
    for channel in facts.handbook.channels.values():
        same_role = channel.owner == channel.deputy
        if same_role or shared_person(facts.handbook, channel.owner, channel.deputy):
            fault = "is the owner too" if same_role else f"is the same person as the owner `{channel.owner}`"
            yield Problem(
                Place.of(channel, "deputy"),
                f"The deputy `{channel.deputy}` of the channel `{channel.id}` {fault}.",
                expected="a deputy who is somebody else",
                remedy="Name another role as `deputy`, with a sign-in of its own.",
                related=(Related(Place.of(channel, "owner"), "the owner"),),
            )
