"""Which scenarios can run at once, and how many pieces of a spare they then need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.reach import failed_systems
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario, Step
from generator.model.technical import Spare


@dataclass(frozen=True, slots=True)
class Promise:
    """A step that uses a spare, and what the spare stands in for there."""

    scenario: Scenario
    step: Step
    purpose: frozenset[str]
    """Failed systems that the spare replaces; the scenario itself if it replaces none of them."""


def most_wanted(handbook: Handbook, spare: Spare) -> tuple[Promise, ...]:
    """The most promises of one piece each that can fall due at once, in order of the scenarios."""
    promised = tuple(_promises(handbook, spare))
    groups = (_at_once(handbook, cause, promised) for cause in handbook.scenarios.values() if cause.fails)
    return max(groups, key=len, default=())


def _promises(handbook: Handbook, spare: Spare) -> Iterator[Promise]:
    for scenario in handbook.scenarios.values():
        step = next((step for step in scenario.steps if spare.id in step.uses), None)
        if step:
            replaced = failed_systems(handbook, scenario.fails).intersection(spare.replaces)
            yield Promise(scenario, step, replaced or frozenset({scenario.id}))


def _at_once(handbook: Handbook, cause: Scenario, promised: tuple[Promise, ...]) -> tuple[Promise, ...]:
    """Promises of the cause and of scenarios that it sets off; promises with a common purpose count once.

    A scenario that is hostile, hits a site or endangers life begins by itself.
    """
    down = failed_systems(handbook, cause.fails)
    chosen: list[Promise] = []
    for promise in promised:
        runs = promise.scenario is cause or (
            not _begins_by_itself(promise.scenario) and not down.isdisjoint(promise.scenario.fails)
        )
        if runs and all(promise.purpose.isdisjoint(other.purpose) for other in chosen):
            chosen.append(promise)
    return tuple(chosen)


def _begins_by_itself(scenario: Scenario) -> bool:
    return scenario.hostile or scenario.life_safety or bool(scenario.hits_sites)
