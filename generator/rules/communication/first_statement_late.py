"""The first word to the public comes too late for the worst grade.

Where an emergency can have the worst grade of the handbook, `within` of its earliest holding statement is not longer
than `first_statement`.

## Why

In the worst cases others tell the story if the company is silent. Practice expects the first word after 15 to 60
minutes, with few facts and the time of the next message. It is not law, but silence is the part of a crisis that
people remember.

## How to fix

Lower `within` of the holding statement, and the limits of the steps that draft, approve and publish it. If the
company decides for another time, set `thresholds: {first_statement: …}` in `handbook.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import used_statements, worst_grade
from generator.finding import Level
from generator.model.communication import Statement, StatementKind
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Practice: first word within 15 to 60 minutes",)
THRESHOLDS = ("first_statement",)


def check(facts: Facts) -> Iterator[Problem]:
    most = facts.handbook.settings.thresholds.first_statement
    for scenario in facts.handbook.scenarios.values():
        first = _first(facts, scenario)
        worst = next((n for n, rule in enumerate(scenario.severity) if _is_worst(facts, rule.grade)), None)
        if first and worst is not None and first.within.minutes > most.minutes:
            yield Problem(
                Place.of(first, "within"),
                f"The first statement `{first.id}` is out after {first.within}, later than {most}, although this "
                f"emergency can have the grade `{scenario.severity[worst].grade}`.",
                expected=f"at most {most}",
                remedy=f"Lower `within` to {most} or less, and the limits of the steps up to its publication.",
                related=(Related(Place.of(scenario, "severity", worst, "grade"), "the worst grade"),),
            )


def _first(facts: Facts, scenario: Scenario) -> Statement | None:
    holding = [s for s in used_statements(facts.handbook, scenario) if s.statement is StatementKind.HOLDING]
    return min(holding, key=lambda statement: statement.within.minutes, default=None)


def _is_worst(facts: Facts, grade: str) -> bool:
    worst = worst_grade(facts.handbook, facts.handbook.grades)
    return worst is not None and facts.handbook.grades[grade].rank == worst.rank
