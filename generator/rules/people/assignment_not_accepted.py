"""Somebody has not accepted the role they are assigned to.

Every assignment of an active person has `accepted_on`, and the day does not lie in the future.

## Why

Who never heard of the role, or never agreed, does not keep the phone on at night and does not know the card. ANSSI asks
that members of the crisis team are told of their nomination; BSI standard DER.2.1 asks for known responsibilities.

## How to fix

Talk the role through with the person, have the acceptance signed and write the day into `accepted_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ANSSI, crisis management maturity, 2.3", "BSI IT-Grundschutz, DER.2.1.A8")


def check(facts: Facts) -> Iterator[Problem]:
    for role in facts.handbook.roles:
        for call in holders(facts.handbook, role):
            accepted = call.assignment.accepted_on
            if accepted is None or accepted > facts.as_of:
                day = f"is said to accept it on {accepted}, in the future" if accepted else "has not accepted it"
                yield Problem(
                    Place.of(call.assignment, "accepted_on"),
                    f"`{call.person.id}` is assigned to the role `{role}`, but {day}.",
                    expected="the day on which the person accepted the role",
                    remedy="Get the acceptance in writing and add `accepted_on:`.",
                )
