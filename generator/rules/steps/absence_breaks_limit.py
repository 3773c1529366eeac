"""When one person is away, a limit is missed.

The schedule of the rule on people who are needed twice is worked out again without each person who acts in the
scenario. A finding is a step that is in time when everybody is there, and late without this person. Steps that nobody
is left for are told by another rule.

## Why

Somebody is always on leave. If a limit holds only with the full team, it holds on good days. Where the limit is that of
an authority or a promise to customers, one should know it beforehand.

## How to fix

Assign one more person to the role, give the step to a role with free hands, or lengthen its limit. If you accept it,
waive the finding with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.absence import Absence
from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.NOTE
SOURCES = ("ISO 22301:2019, 8.4.2 (alternates)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    for absence in facts.absences:
        if absence.late:
            yield _missed(facts, absence)


def _missed(facts: Facts, absence: Absence) -> Problem:
    person, first = absence.people[0], absence.late[0]
    step = facts.schedules[absence.scenario].steps[first.name].step
    others = f" So are {in_backticks(late.name for late in absence.late[1:])}." if absence.late[1:] else ""
    return Problem(
        Place.of(step, "within"),
        f"Without `{person}` the step `{step.id}` of `{absence.scenario}` ends {Duration.spell(first.end)} after the "
        f"activation and is late; its limit is {Duration.spell(first.limit)}.{others}",
        expected="a limit that holds when one person is away",
        remedy="Assign one more person to the role, move a step to another role, or lengthen the limit.",
        related=(
            Related(Place.of(facts.handbook.assignments_by_person[person][0], "person"), "who is away"),
            Related(Place.of(step, "responsible"), "the role that does the step"),
        ),
    )
