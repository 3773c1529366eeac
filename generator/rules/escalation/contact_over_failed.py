"""Somebody who must act can be reached only over channels that are down in this emergency.

For every scenario: everybody who fills a role that does a step of the phases `detect` to `handle`, or answers for it,
has a way of contact that works there. A way that names no `channel`, such as a private phone, always works; a postal
address is no way to reach somebody in an emergency.

## Why

The list of numbers is complete and useless if all of them run through the telephone system that has just failed. ANSSI
(6.2) and ENISA (4.3.2) advise a second way that is independent of the company's network.

## How to fix

Add a mobile number, or another way whose channel needs nothing of what fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import ACUTE
from generator.analysis.calls import holders
from generator.analysis.facts import Facts
from generator.analysis.reach import lost_channels
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.contacts import ContactKind
from generator.model.organization import Person
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.3", "ENISA implementation guidance, 4.3.2", "ANSSI, crisis guide, 6.2")


def check(facts: Facts) -> Iterator[Problem]:
    unreachable: dict[str, list[Scenario]] = {}
    for scenario in facts.handbook.scenarios.values():
        lost = {channel.id for channel in lost_channels(facts.handbook, scenario.fails)}
        for person in _acting(facts, scenario) if lost else ():
            if not _reachable(facts.handbook.people[person], lost):
                unreachable.setdefault(person, []).append(scenario)
    for person, scenarios in unreachable.items():
        yield _problem(facts.handbook.people[person], scenarios)


def _acting(facts: Facts, scenario: Scenario) -> list[str]:
    """People who fill a role that acts while the emergency goes on."""
    roles = dict.fromkeys(duty.role for duty in facts.duties[scenario.id] if duty.acts and duty.phase in ACUTE)
    return list(dict.fromkeys(call.person.id for role in roles for call in holders(facts.handbook, role)))


def _reachable(person: Person, lost: set[str]) -> bool:
    ways = [way for way in person.contacts if way.contact is not ContactKind.ADDRESS]
    return not ways or any(way.channel not in lost for way in ways)


def _problem(person: Person, scenarios: list[Scenario]) -> Problem:
    return Problem(
        Place.of(person, "contacts"),
        f"`{person.id}` must act in {listed((s.id for s in scenarios), most=4)}, where every way to reach "
        f"`{person.id}` is down.",
        expected="a way of contact that works in each of these scenarios",
        remedy="Add a mobile number, or a way whose channel needs nothing of what fails.",
        related=tuple(Related(Place.of(s, "fails"), f"down in `{s.id}`") for s in scenarios[:3]),
    )
