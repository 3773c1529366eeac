"""An emergency that endangers people or a critical system is only talked about, never acted out.

The scenario has `life_safety: true` or a critical system in `fails`, and every exercise that covers it is a seminar,
workshop, tabletop or game.

## Why

At a table every door opens and every restore works. Only a drill shows that the exit is blocked, the key is missing
or the copy is broken. An exercise programme moves from talk to action.

## How to fix

Add an exercise of the kind `drill`, `functional` or `full-scale` for the scenario, or change `exercise` of one that
covers it. The tabletop may stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.practice import Practice, practices
from generator.finding import Level
from generator.model.exercises import ExerciseKind
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5", "HSEEP: discussion-based and operations-based exercises")
DISCUSSION = frozenset({ExerciseKind.SEMINAR, ExerciseKind.WORKSHOP, ExerciseKind.TABLETOP, ExerciseKind.GAME})


def check(facts: Facts) -> Iterator[Problem]:
    critical = {system.id for system in facts.handbook.systems.values() if system.critical}
    for practice in practices(facts.handbook, facts.as_of):
        kinds = {exercise.exercise for exercise in practice.exercises}
        if kinds and kinds <= DISCUSSION:
            down = next((system for system in practice.scenario.fails if system in critical), None)
            if practice.scenario.life_safety:
                yield _problem(practice, "endangers people", Place.of(practice.scenario, "life_safety"))
            elif down:
                reason = f"puts the critical system `{down}` out of action"
                yield _problem(practice, reason, Place.of(practice.scenario, "fails"))


def _problem(practice: Practice, reason: str, place: Place) -> Problem:
    return Problem(
        place,
        f"The scenario `{practice.scenario.id}` {reason}, but is only talked about in exercises:"
        f" {', '.join(f'`{e.id}` ({e.exercise})' for e in practice.exercises)}.",
        expected="at least one exercise of kind drill, functional or full-scale that covers it",
        remedy=f"Add such an exercise for `{practice.scenario.id}` to the programme; the talk may stay.",
        related=tuple(Related(Place.of(e, "exercise"), "an exercise without action") for e in practice.exercises),
    )
