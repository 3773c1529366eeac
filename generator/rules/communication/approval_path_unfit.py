"""A statement is approved on a path that is not made for any grade of its emergency.

The approval path of a statement that goes to customers or to everybody holds for at least one grade that its scenario
can have. Paths and scenarios without grades are left out, and so are scenarios whose worst grade has no path at all,
which is a matter of `approval-grade-missing`.

## Why

The path for small matters is short, and nobody of the management reads the text. If it is used for a grave emergency
by mistake, a trainee may release the apology. The other way round a small notice waits for the general manager.

## How to fix

Choose under `approval` the path of the grade, or add the grade to `grades` of the path.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import PUBLIC_KINDS, worst_grade
from generator.finding import Level
from generator.model.communication import ApprovalPath, Statement
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    covered = {name for path in facts.handbook.approval_paths.values() for name in path.grades}
    for scenario in facts.handbook.scenarios.values():
        grades = [rule.grade for rule in scenario.severity]
        worst = worst_grade(facts.handbook, grades)
        if worst is None or worst.id not in covered:
            continue
        for statement in scenario.statements:
            if statement.approval and statement.statement in PUBLIC_KINDS:
                path = facts.handbook.approval_paths[statement.approval]
                if path.grades and set(grades).isdisjoint(path.grades):
                    yield _problem(scenario, statement, path)


def _problem(scenario: Scenario, statement: Statement, path: ApprovalPath) -> Problem:
    grades = " or ".join(f"`{name}`" for name in dict.fromkeys(rule.grade for rule in scenario.severity))
    return Problem(
        Place.of(statement, "approval"),
        f"`{statement.id}` is approved on the path `{path.id}`, which holds for no grade of `{scenario.id}`.",
        expected=f"a path for {grades}",
        remedy="Choose the path of the grade, or add the grade to `grades` of this path.",
        related=(Related(Place.of(path, "grades"), "the grades of the path"),),
    )
