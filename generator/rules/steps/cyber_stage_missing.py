"""A plan against an attack lacks one of its three stages.

A scenario with `network-security` in `events` has no step that contains the attack (`act: contain`), none that removes
it (`act: wipe` or `act: restore`), or none that shuts the way in (`act: change-credentials`).

## Why

An attack that is not contained spreads during the repair. One that is not removed comes back, and so does one whose
stolen passwords still work. The European rules for critical services ask for all three stages in writing.

## How to fix

Add the missing step with its `act`, also if it applies only in one branch; say so in the words of the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.legal import EventKind
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 3.5.2",)

_STAGES = (
    ("contains the attack (`act: contain`)", (Act.CONTAIN,)),
    ("removes it (`act: wipe` or `act: restore`)", (Act.WIPE, Act.RESTORE)),
    ("changes passwords and keys (`act: change-credentials`)", (Act.CHANGE_CREDENTIALS,)),
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if EventKind.NETWORK_SECURITY not in scenario.events:
            continue
        missing = [stage for stage, acts in _STAGES if not scenario.doing(*acts)]
        if missing:
            yield Problem(
                Place.of(scenario, "events", scenario.events.index(EventKind.NETWORK_SECURITY)),
                f"`{scenario.id}` may be an attack on the network, but no step {', and none '.join(missing)}.",
                expected="steps that contain the attack, remove it and shut the way in",
                remedy="Add the missing steps with their `act`.",
            )
