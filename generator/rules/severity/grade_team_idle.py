"""The team of a grade forms, but its leader does not hear of it.

The leader of the `team` of a grade is among its `informs`, `handled_by` or `supervised_by`, or is called by its
escalation path, or is the role of the intake.

## Why

A team comes together when its leader calls. A leader who learns of the incident by chance forms it an hour late.

## How to fix

Add the leader to `informs` of the grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import told
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("GB/T 29639-2020 (emergency organisation)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for grade in facts.handbook.grades.values():
        if grade.team is None:
            continue
        team = facts.handbook.teams[grade.team]
        if team.leader not in {*told(facts.handbook, grade), *grade.handled_by, grade.supervised_by}:
            yield Problem(
                Place.of(grade, "informs"),
                f"`{team.leader}` leads the team `{team.id}` of this grade, but is not told of the incident.",
                expected=f"`{team.leader}` under `informs`",
                remedy=f"Add `{team.leader}` to `informs`.",
                related=(Related(Place.of(team, "leader"), "leads the team"),),
            )
