"""The record of an exercise lacks what a report must say.

A record names nobody under `participants`, gives no times under `timings`, or has neither `strengths` nor `findings`.

## Why

Without names nobody knows who still has to practise. Without times the limits of the plan stay guesses. A report in
which nothing went well and nothing went wrong was not written by somebody who watched.

## How to fix

Add what is missing from the notes of the evaluator: the roles that took part, each limit with the time that was
measured, and what was good or has to be better.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.exercises import ExerciseRecord
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.5", "NIST SP 800-84", "HSEEP after-action report")


def check(facts: Facts) -> Iterator[Problem]:
    for record in facts.handbook.exercise_records.values():
        if not record.participants:
            yield _problem(record, "participants", "names nobody who took part", "the roles that took part")
        if not record.timings:
            yield _problem(record, "timings", "gives no measured times", "each limit with the time that was measured")
        if not (record.strengths or record.findings):
            yield _problem(record, "findings", "says neither what went well nor what did not", "strengths or findings")


def _problem(record: ExerciseRecord, field: str, fault: str, wanted: str) -> Problem:
    return Problem(
        Place.of(record, field),
        f"The record `{record.id}` {fault}.",
        expected=f"{wanted} under `{field}`",
        remedy=f"Fill in `{field}` from the notes of `{record.evaluated_by}`.",
    )
