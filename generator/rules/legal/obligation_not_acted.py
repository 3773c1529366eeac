"""A plan lists a duty to report that no step fulfils.

Every obligation under `obligations` of a scenario stands under `notifies` of at least one of its steps.

## Why

A duty on a list is done by nobody. Only a step has a role, a limit and a phone number. In the emergency each thinks
that another one has sent the report.

## How to fix

Add the id to `notifies` of the step in which the report is sent, or write such a step. Remove it from `obligations` if
this emergency cannot set it off.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.clocks import notified
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule: a clock without a step is not kept",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        acted = set(notified(scenario))
        for number, name in enumerate(scenario.obligations):
            if name not in acted:
                obligation = facts.handbook.obligations[name]
                yield Problem(
                    Place.of(scenario, "obligations", number),
                    f"No step of `{scenario.id}` fulfils `{name}`.",
                    expected=f"a step with `{name}` under `notifies`",
                    remedy=f"Add `{name}` to `notifies` of the step that sends the report, or write such a step.",
                    related=(Related(Place.of(obligation), f"{obligation.title}: {obligation.law_says}"),),
                )
