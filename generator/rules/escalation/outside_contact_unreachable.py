"""An outside body that must be called cannot be.

Every outside body that a step of the phases `detect` to `handle` calls has a phone or mobile number. Not all of its
contacts run over channels that are down in the scenario that calls it.

## Why

A portal and a mail address are answered on the next working day. While the emergency goes on, somebody must pick up
the phone, and the way there must not run through the system that has just failed.

## How to fix

Add a contact with `contact: phone` or `contact: mobile`, and no `channel` that needs the failed system.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import ACUTE
from generator.analysis.facts import Facts
from generator.analysis.reach import lost_channels
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.contacts import ContactKind, OutsideBody
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("GB/T 29639-2020 (on-site scheme; annex: contacts)", "ISO 22301:2019, 8.4.3")


def check(facts: Facts) -> Iterator[Problem]:
    for name, calls in _calls(facts.handbook).items():
        body = facts.handbook.outside_bodies[name]
        if all(way.contact not in (ContactKind.PHONE, ContactKind.MOBILE) for way in body.contacts):
            yield _no_number(body, *calls[0])
        elif cut := [scenario for scenario, _ in calls if _cut(facts.handbook, body, scenario)]:
            yield _all_cut(body, list(dict.fromkeys(s.id for s in cut)), cut[0])


def _calls(handbook: Handbook) -> dict[str, list[tuple[Scenario, Step]]]:
    """By outside body, the steps that call it while the emergency goes on."""
    found: dict[str, list[tuple[Scenario, Step]]] = {}
    for scenario in handbook.scenarios.values():
        for step in (step for phase in scenario.phases if phase.id in ACUTE for step in phase.steps):
            for body in step.calls:
                found.setdefault(body, []).append((scenario, step))
    return found


def _cut(handbook: Handbook, body: OutsideBody, scenario: Scenario) -> bool:
    lost = {channel.id for channel in lost_channels(handbook, scenario.fails)}
    return all(way.channel in lost for way in body.contacts)


def _no_number(body: OutsideBody, scenario: Scenario, step: Step) -> Problem:
    return Problem(
        Place.of(body, "contacts"),
        f"The step `{step.id}` of `{scenario.id}` calls `{body.id}`, which has no phone number.",
        expected="a contact with `contact: phone` or `contact: mobile`",
        remedy="Add the number that answers in an emergency, with `after_hours: true` if it does so at night.",
        related=(Related(Place.of(step, "calls"), "called here"),),
    )


def _all_cut(body: OutsideBody, scenarios: list[str], first: Scenario) -> Problem:
    return Problem(
        Place.of(body, "contacts"),
        f"Every contact of `{body.id}` runs over a channel that is down in {listed(scenarios, most=4)}.",
        expected="a contact that works there",
        remedy="Add a number that can be called from any mobile phone.",
        related=(Related(Place.of(first, "fails"), f"down in `{first.id}`"),),
    )
