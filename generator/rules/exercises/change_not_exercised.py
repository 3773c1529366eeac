"""A scenario was new or much changed long ago and was not exercised since.

The newest revision that raised the major or minor version is older than `exercised_within`, and no record of an
exercise that covers the scenario is of that day or later. The first revision counts too. Scenarios without any record
are told by `scenario-never-exercised`.

## Why

The change itself is what nobody has tried yet. Audit practice gives a changed plan 90 days until it is exercised;
ISO 22301 asks for an exercise after each significant change.

## How to fix

Hold an exercise that covers the changed steps and write its record. For a change of words alone raise only the last
number of the version.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.facts import Facts
from generator.analysis.practice import practices
from generator.finding import Level
from generator.model.control import DocumentControl, Revision, add
from generator.model.exercises import ExerciseRecord
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5", "Audit practice: within 90 days of a new plan", "DORA, art. 11(6)")
THRESHOLDS = ("exercised_within",)


def check(facts: Facts) -> Iterator[Problem]:
    within = facts.handbook.settings.thresholds.exercised_within
    for practice in practices(facts.handbook, facts.as_of):
        changed = _newest_change(practice.scenario.control)
        last = practice.last
        if changed and last and last.on < changed.on and add(changed.on, within) < facts.as_of:
            yield _problem(practice.scenario, changed, last)


def _newest_change(control: DocumentControl) -> Revision | None:
    """The newest revision that raised more than the last number of the version."""
    raised = [later for earlier, later in pairwise(control.history) if later.number[:2] != earlier.number[:2]]
    return next(reversed(raised or control.history[:1]), None)


def _problem(scenario: Scenario, changed: Revision, last: ExerciseRecord) -> Problem:
    return Problem(
        Place.of(changed, "on"),
        f"The scenario `{scenario.id}` was changed to version {changed.version} on {changed.on},"
        f" but was last exercised on {last.on}.",
        expected=f"a record of an exercise on {changed.on} or later",
        remedy=f"Hold an exercise that covers `{scenario.id}` and write its record under `records`.",
        related=(Related(Place.of(last, "on"), "last exercised here"),),
    )
