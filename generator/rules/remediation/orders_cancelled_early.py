"""Orders are cancelled before a lawyer has decided whether the company may.

Each step with `act: cancel-orders` waits, directly or over other steps, for a step with `act: approve-legal` or
`act: determine`.

## Why

An order that was placed is usually a contract, even at a wrong price. Chinese law lets a court or an arbitration
body revoke it for a serious mistake; a cancellation in bulk is a breach of as many contracts, and becomes the story.

## How to fix

Add a step with `act: determine` in which the decision is signed, and name it in `after` of the cancelling step. Until
then hold the orders.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("PRC E-Commerce Law, art. 49", "PRC Civil Code, art. 147")

_DECISIONS = frozenset({Act.APPROVE_LEGAL, Act.DETERMINE})


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        decisions = {step.id for step in scenario.steps if step.act in _DECISIONS}
        for step in scenario.steps:
            if step.act is Act.CANCEL_ORDERS and decisions.isdisjoint(facts.earlier_steps[scenario.id][step.id]):
                yield Problem(
                    Place.of(step, "after"),
                    f"The step `{step.id}` cancels orders, but waits for no legal decision.",
                    expected="an earlier step with `act: determine` or `act: approve-legal`",
                    remedy="Name the step with the decision in `after`, or add one.",
                )
