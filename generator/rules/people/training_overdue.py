"""The holder of a role was not trained, or too long ago.

Every assignment of an active person has `trained_on`. The day does not lie in the future and is not longer ago than
`training_within`.

## Why

Under stress people do what they have practised. An old training knows neither the new systems nor the new plan. ISO
22301 (7.2) asks for people who are competent; NIST SP 800-53 (CP-3, IR-2) asks for training that is repeated.

## How to fix

Train the person in the role and write the day into `trained_on`. Until then call somebody who is trained first.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import Call, holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import add
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 7.2", "NIST SP 800-53 Rev. 5, CP-3 and IR-2")
THRESHOLDS = ("training_within",)


def check(facts: Facts) -> Iterator[Problem]:
    for role in facts.handbook.roles:
        for call in holders(facts.handbook, role):
            fault = _fault(facts, call)
            if fault:
                yield Problem(
                    Place.of(call.assignment, "trained_on"),
                    f"`{call.person.id}` {fault} for the role `{role}`.",
                    expected=f"a training within {facts.handbook.settings.thresholds.training_within} "
                    f"before {facts.as_of}",
                    remedy="Train the person and write the day into `trained_on`.",
                )


def _fault(facts: Facts, call: Call) -> str:
    """What is wrong with the training; empty if nothing is."""
    day = call.assignment.trained_on
    if day is None:
        return "was never trained"
    if day > facts.as_of:
        return f"is said to be trained on {day}, in the future,"
    within = facts.handbook.settings.thresholds.training_within
    return f"was last trained on {day}" if add(day, within) < facts.as_of else ""
