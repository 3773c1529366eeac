"""A high risk has no scenario.

A risk whose score (likelihood times impact) is at least `risk_score` names no scenario in `scenarios`.

## Why

The company knows that this may happen and what it costs, and has no page for the night when it does. Standards want
the plans to follow from the risk assessment.

## How to fix

Write a scenario for the risk and name it in `scenarios`, or name an existing one that deals with it. If the risk was
lowered, correct its likelihood or impact.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020, annex on the risk assessment", "BSI IT-Grundschutz DER.4.A7")
THRESHOLDS = ("risk_score",)


def check(facts: Facts) -> Iterator[Problem]:
    least = facts.handbook.settings.thresholds.risk_score
    for risk in facts.handbook.risks.values():
        if risk.score >= least and not risk.scenarios:
            yield Problem(
                Place.of(risk, "scenarios"),
                f"The risk `{risk.id}` scores {risk.score} ({risk.likelihood} × {risk.impact}), but has no scenario.",
                expected=f"a scenario for every risk with a score of {least} or more",
                remedy="Name the scenario that deals with it in `scenarios`, or write one.",
            )
