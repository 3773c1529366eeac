"""The holder of a critical role can be reached in too few ways.

Every active person who is assigned to a role marked `critical` has at least `contact_ways_least` different values under
`contacts`.

## Why

A phone is flat, off or without a network, and a power failure takes the mail server along. With one way there is no
second try. GB/T 29639-2020 asks for several ways to reach the people of the emergency organisation.

## How to fix

Add a second way under `contacts` that does not fail together with the first: a home number next to the mobile, the
site radio next to the chat.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import Call, holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("GB/T 29639-2020, annex (contacts)",)
THRESHOLDS = ("contact_ways_least",)


def check(facts: Facts) -> Iterator[Problem]:
    least = facts.handbook.settings.thresholds.contact_ways_least
    critical = [role for role in facts.handbook.roles.values() if role.critical]
    calls: dict[str, Call] = {}
    for role in critical:
        for call in holders(facts.handbook, role.id):
            calls.setdefault(call.person.id, call)
    for call in calls.values():
        ways = {way.value for way in call.person.contacts}
        if len(ways) < least:
            yield _problem(call, len(ways), least)


def _problem(call: Call, ways: int, least: int) -> Problem:
    count = {0: "no way", 1: "only one way"}.get(ways, f"only {ways} ways")
    return Problem(
        Place.of(call.person, "contacts"),
        f"There is {count} to reach `{call.person.id}`, who fills the critical role `{call.role.id}`.",
        expected=f"at least {least} different ways",
        remedy="Add another number, mail address or radio channel under `contacts`.",
        related=(Related(Place.of(call.role, "critical"), "the critical role"),),
    )
