"""Nothing tells the role that should decide or handle the emergency.

A role hears of an incident of a grade if it is the intake, stands under `informs`, is called by the escalation path, or
belongs to the team of the grade, whose leader hears of it. Two things are checked: every role under `handled_by` and
`supervised_by` hears of its grade; and the `commander` of every scenario hears of each grade the scenario can have,
unless it is `activated_by` or has a part (R, A, C or I) in a step of the phases `detect` or `report`.

## Why

On paper there is a leader, but the alarm ends one desk before. The decision that only the leader may take, to stop
the sales or to shut the site, is then taken by nobody. Regulation (EU) 2024/2690 asks in 3.1.2 (b) for plans for
escalation that reach those who decide.

## How to fix

Add the role to `informs` of the grade or to its escalation path, or inform the commander in a step of the phase
`report`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import ALARM, gathered, told
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.model.severity import Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 3.1.2 (b)",)


def check(facts: Facts) -> Iterator[Problem]:
    reached = {grade.id: _reached(facts.handbook, grade) for grade in facts.handbook.grades.values()}
    for grade in facts.handbook.grades.values():
        yield from _handlers(grade, reached[grade.id])
    for scenario in facts.handbook.scenarios.values():
        if scenario.commander not in _alarmed(facts, scenario):
            unaware = [r.grade for r in scenario.severity if scenario.commander not in reached[r.grade]]
            if unaware:
                yield _commander(facts.handbook, scenario, unaware)


def _reached(handbook: Handbook, grade: Grade) -> frozenset[str]:
    heard = told(handbook, grade)
    leader = handbook.teams[grade.team].leader if grade.team else None
    return heard | gathered(handbook, grade) if leader in heard else heard


def _alarmed(facts: Facts, scenario: Scenario) -> set[str]:
    parts = {duty.role for duty in facts.duties[scenario.id] if duty.phase in ALARM}
    return {facts.handbook.settings.intake, scenario.activated_by, *parts}


def _handlers(grade: Grade, reached: frozenset[str]) -> Iterator[Problem]:
    named = [(role, Place.of(grade, "handled_by", n), "handles") for n, role in enumerate(grade.handled_by)]
    if grade.supervised_by and grade.supervised_by not in grade.handled_by:
        named.append((grade.supervised_by, Place.of(grade, "supervised_by"), "supervises"))
    for role, place, verb in named:
        if role not in reached:
            yield Problem(
                place,
                f"`{role}` {verb} incidents of the grade `{grade.id}`, but nothing tells `{role}` of them.",
                expected=f"`{role}` under `informs` or in the escalation path of `{grade.id}`",
                remedy=f"Add `{role}` to `informs`.",
                related=(Related(Place.of(grade, "informs"), "who is told"),),
            )


def _commander(handbook: Handbook, scenario: Scenario, unaware: list[str]) -> Problem:
    who = scenario.commander
    return Problem(
        Place.of(scenario, "commander"),
        f"`{who}` commands this emergency, but nothing tells `{who}` of it at {listed(unaware)}.",
        expected=f"`{who}` in a step of the phase `detect` or `report`, or among the roles told of these grades",
        remedy=f"Write `informed: [{who}]` in the step that tells the staff, or add `{who}` to `informs` of the grade.",
        related=(Related(Place.of(handbook.grades[unaware[0]], "informs"), "who is told of this grade"),),
    )
