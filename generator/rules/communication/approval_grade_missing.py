"""For one grade nobody says who approves statements.

If statements use approval paths, each grade stands in `grades` of at least one path.

## Why

At a grade without a path every statement needs a decision first about who may decide. That costs the minutes which
the first word has, above all at the worst grade.

## How to fix

Add the grade to `grades` of the path that should hold for it, or write a path for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import ApprovalPath
from generator.model.handbook import Handbook
from generator.model.severity import Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    paths = list(facts.handbook.approval_paths.values())
    if not paths or not any(statement.approval for statement in facts.handbook.statements.values()):
        return
    covered = {name for path in paths for name in path.grades}
    for grade in facts.handbook.grades.values():
        if grade.id not in covered:
            nearest = min(paths, key=lambda path: _distance(facts.handbook, path, grade))
            yield Problem(
                Place.of(nearest, "grades"),
                f"No approval path holds for the grade `{grade.id}`.",
                expected=f"`{grade.id}` in `grades` of one path",
                remedy=f"Add `{grade.id}` to this path, which is the nearest, or write a path for it.",
                related=(Related(Place.of(grade, "id"), "the grade"),),
            )


def _distance(handbook: Handbook, path: ApprovalPath, grade: Grade) -> tuple[int, int]:
    """How far a path is from a grade; of two that are equally near, that for the worse grade comes first."""
    ranks = [handbook.grades[name].rank for name in path.grades] or [9]
    return min((abs(rank - grade.rank), rank) for rank in ranks)
