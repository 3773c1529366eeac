"""A scenario rests on no risk.

No risk of the register names the scenario in `scenarios`. The rule is silent as long as there is no risk register.

## Why

Without a risk nobody can say why this plan exists, how likely the emergency is, and how much effort it is worth. The
next review of risks passes it over.

## How to fix

Add the id of the scenario to the risk it answers, or write the risk down with likelihood and impact.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.2", "BSI IT-Grundschutz DER.4.A7")


def check(facts: Facts) -> Iterator[Problem]:
    risks = facts.handbook.risks.values()
    named = {scenario for risk in risks for scenario in risk.scenarios}
    for scenario in facts.handbook.scenarios.values():
        if risks and scenario.id not in named and not scenario.control.retired:
            yield Problem(
                Place.of(scenario, "id"),
                f"No risk of the register names the scenario `{scenario.id}`.",
                expected="at least one risk with this scenario",
                remedy=f"Add `{scenario.id}` to `scenarios` of the risk it answers in `risks.yml`.",
            )
