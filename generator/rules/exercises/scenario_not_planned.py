"""A scenario is in no exercise of the programme.

No entry under `programme` names the scenario in `scenarios`. Retired scenarios are left out. If there is no programme
at all, this is said once.

## Why

A plan that is never tried holds steps that do not work, and nobody knows which. ISO 22301 wants every strategy to be
validated over time, and the programme is where that is planned.

## How to fix

Add the id of the scenario to `scenarios` of an exercise that fits, or write an exercise for it. One exercise may cover
several scenarios.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import practices
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5", "Emergency Response Law of China (2024), art. 28")


def check(facts: Facts) -> Iterator[Problem]:
    if not facts.handbook.exercises:
        yield from _no_programme(facts)
        return
    for practice in practices(facts.handbook, facts.as_of):
        if not practice.exercises:
            yield Problem(
                Place.of(practice.scenario, "id"),
                f"The scenario `{practice.scenario.id}` is in no exercise of the programme.",
                expected="at least one exercise that names it in `scenarios`",
                remedy=f"Add `{practice.scenario.id}` to `scenarios` of an exercise under `programme`.",
            )


def _no_programme(facts: Facts) -> Iterator[Problem]:
    scenarios = [practice.scenario for practice in practices(facts.handbook, facts.as_of)]
    if scenarios:
        yield Problem(
            Place.of(facts.handbook.settings, "company"),
            f"There is no exercise programme: none of the {len(scenarios)} scenarios is ever practised.",
            expected="a file in `plans/exercises/` with exercises under `programme`",
            remedy="Add `plans/exercises/programme.yml`; begin with the scenarios that endanger people.",
        )
