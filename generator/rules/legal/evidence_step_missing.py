"""A plan with duties to report does not keep the evidence.

A scenario that lists an obligation of kind `statute` or `procedure`, or that has the event `insured-loss`, has a step
with `act: preserve-evidence`.

## Why

Every report asks for the cause, and every dispute for proof. Logs are overwritten in days, scenes are cleaned in hours,
and repairs destroy traces first. NIST CSF 2.0 (RS.AN-07) asks that data and metadata of an incident are collected and
kept intact.

## How to fix

Write a step with `act: preserve-evidence` before anything is repaired: what is copied or photographed, where it is kept
and by whom.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.legal import EventKind, ObligationKind
from generator.model.scenario import Scenario
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("NIST CSF 2.0, RS.AN-07",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if _needs_evidence(facts, scenario) and all(s.act is not Act.PRESERVE_EVIDENCE for s in scenario.steps):
            yield Problem(
                Place.of(scenario, "obligations"),
                f"`{scenario.id}` must be reported or proven, but no step keeps the evidence.",
                expected="a step with `act: preserve-evidence`",
                remedy="Write a step with `act: preserve-evidence` before anything is changed or repaired.",
            )


def _needs_evidence(facts: Facts, scenario: Scenario) -> bool:
    kinds = {facts.handbook.obligations[name].obligation for name in scenario.obligations}
    return bool(kinds - {ObligationKind.CONTRACT}) or EventKind.INSURED_LOSS in scenario.events
