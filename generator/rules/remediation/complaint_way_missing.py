"""Customers are not told how to complain, or how fast they get an answer.

If there are remedies, some remediation plan has `complaint_steps`, and some has `standards` with an answer time.

## Why

Who finds no way to complain goes to the consumer office, the platform or the press. Chinese law obliges sellers on
the internet to run a convenient complaint system, to publish it and to answer in time.

## How to fix

Write the way of a complaint step by step under `complaint_steps`, and the answer time of each way in under
`standards`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.remediation import RemediationPlan
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("PRC E-Commerce Law, art. 59",)


def check(facts: Facts) -> Iterator[Problem]:
    plans = list(facts.handbook.of_type(RemediationPlan))
    granting = next((plan for plan in plans if plan.remedies), None)
    if granting and not any(plan.complaint_steps for plan in plans):
        yield Problem(
            Place.of(granting, "complaint_steps"),
            "No plan says what happens to a complaint.",
            expected="the steps from receipt to outcome under `complaint_steps`",
            remedy="Add `complaint_steps: …`, each with a role and a limit.",
        )
    if granting and not any(plan.standards for plan in plans):
        yield Problem(
            Place.of(granting, "standards"),
            "No plan says how fast customers are answered.",
            expected="an answer time for each way in under `standards`",
            remedy="Add `standards: …` with `via` and `answer_within`.",
        )
