"""The public is not told when it hears more, or only later than the grade allows.

Each holding statement and each update has `next_update`, and so has every other statement that contains
`next-update`. The time is not longer than `updates_every` of the worst grade in which the statement is used. It is
used in the grades of its approval path; where the path and the scenario have no grade in common, or without a path,
in all grades of the scenario.

## Why

People who do not know when they hear more call, and then ask elsewhere. A fixed rhythm keeps them: good practice in
outages is an update at least every 20 minutes for the first two hours, each naming the next one, also when nothing
is new.

## How to fix

Write `next_update` with a time that the team can keep, and say it in the words. If the rhythm of the grade is not
meant, change `updates_every` of the grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import worst_grade
from generator.finding import Level
from generator.model.communication import Content, Statement, StatementKind
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.model.severity import Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Practice: PagerDuty guide to external communication in incidents",)

_RHYTHMIC = frozenset({StatementKind.HOLDING, StatementKind.UPDATE})


def check(facts: Facts) -> Iterator[Problem]:
    for statement in facts.handbook.statements.values():
        if statement.next_update is None and (
            statement.statement in _RHYTHMIC or Content.NEXT_UPDATE in statement.contains
        ):
            yield Problem(
                Place.of(statement, "next_update"),
                f"`{statement.id}` does not say after how long the next message comes.",
                expected="a length of time under `next_update`",
                remedy="Add `next_update: …`, and name the clock time in the words.",
            )
    for scenario in facts.handbook.scenarios.values():
        for statement in scenario.statements:
            if statement.statement in _RHYTHMIC:
                yield from _too_long(facts.handbook, scenario, statement)


def _too_long(handbook: Handbook, scenario: Scenario, statement: Statement) -> Iterator[Problem]:
    grade = _grade(handbook, scenario, statement)
    planned = statement.next_update
    if grade and planned and planned.minutes > grade.updates_every.minutes:
        yield Problem(
            Place.of(statement, "next_update"),
            f"`{statement.id}` promises the next message after {planned}, but at the grade `{grade.id}` updates come "
            f"every {grade.updates_every}.",
            expected=f"at most {grade.updates_every}",
            remedy=f"Lower `next_update` to {grade.updates_every} or less, or change the rhythm of the grade.",
            related=(Related(Place.of(grade, "updates_every"), "the rhythm of the grade"),),
        )


def _grade(handbook: Handbook, scenario: Scenario, statement: Statement) -> Grade | None:
    """The worst grade in which the statement is used."""
    grades = [rule.grade for rule in scenario.severity]
    path = handbook.approval_paths[statement.approval].grades if statement.approval else ()
    return worst_grade(handbook, [grade for grade in grades if grade in path] or grades)
