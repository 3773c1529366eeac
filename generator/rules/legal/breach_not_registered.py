"""A leak of personal data is not entered in the register of breaches.

Every scenario with the event `personal-data` has a step with `act: register-breach`.

## Why

European law wants every breach written down with facts, effects and measures, also where nothing was reported. The
register is what the authority asks for first, and the only proof that a decision not to report was taken with reasons.

## How to fix

Write a step with `act: register-breach` after the decision about the duties, with the role that keeps the register.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.model.legal import EventKind
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("GDPR, art. 33(5)",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        registered = any(step.act is Act.REGISTER_BREACH for step in scenario.steps)
        if EventKind.PERSONAL_DATA in scenario.events and not registered:
            yield Problem(
                Place.of(scenario, "events", scenario.events.index(EventKind.PERSONAL_DATA)),
                f"Personal data leaks in `{scenario.id}`, but no step enters it in the register of breaches.",
                expected="a step with `act: register-breach`",
                remedy="Write a step with `act: register-breach`, also for breaches that are not reported.",
            )
