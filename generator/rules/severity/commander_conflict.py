"""Two plans can start for the same event under different commanders.

Two scenarios with the same words under `signals` (capitals and punctuation aside) have the same `commander`, or one of
them points to the other under `not_this`.

## Why

Whoever sees the signal opens the plan found first, and somebody else opens the other one. Two commanders then give
orders to the same people. Plans that touch one another must say how they are linked.

## How to fix

Say under `not_this` of one scenario how to tell the two apart, or let one role command both, or make the signals more
precise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import Scenario, Signal
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020 (annex: links between plans)",)


def check(facts: Facts) -> Iterator[Problem]:
    seen: dict[str, list[tuple[Scenario, Signal]]] = {}
    for scenario in facts.handbook.scenarios.values():
        for signal in scenario.signals:
            others = seen.setdefault(_words(signal.see), [])
            rival = next((pair for pair in others if _conflict(pair[0], scenario)), None)
            if rival:
                yield _problem(scenario, signal, *rival)
            others.append((scenario, signal))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _conflict(one: Scenario, other: Scenario) -> bool:
    linked = any(c.go_to == other.id for c in one.not_this) or any(c.go_to == one.id for c in other.not_this)
    return one.commander != other.commander and not linked


def _problem(scenario: Scenario, signal: Signal, other: Scenario, its_signal: Signal) -> Problem:
    return Problem(
        Place.of(signal, "see"),
        f"This signal also starts `{other.id}`: there `{other.commander}` commands, here `{scenario.commander}`.",
        expected="one commander for one event, or a line that tells the two plans apart",
        remedy=f"Add `- {{when: ..., go_to: {other.id}}}` under `not_this`, or make one of the signals more precise.",
        related=(Related(Place.of(its_signal, "see"), f"the same signal in `{other.id}`"),),
    )
