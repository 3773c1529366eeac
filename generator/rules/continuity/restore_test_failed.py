"""The last restore test of a backup failed, and nobody is working on it.

If the last test of a job has the result `failed`, one of its `actions` is open or in progress.

## Why

A failed test is the cheapest warning there is. If nobody must act on it, the same failure comes back in the emergency,
and then the data is gone.

## How to fix

Add a corrective action with owner and date to the exercise records and name it in `actions`. When it is closed,
repeat the test and record the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.exercises import ActionStatus
from generator.model.technical import RestoreTest, TestResult
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.2.6",)


def check(facts: Facts) -> Iterator[Problem]:
    actions = facts.handbook.corrective_actions
    for backups in facts.recovery.backups.values():
        for test in filter(None, map(backups.last_test, backups.jobs)):
            if test.result is TestResult.FAILED:
                closed = [name for name in test.actions if actions[name].status is ActionStatus.CLOSED]
                if len(closed) == len(test.actions):
                    yield _problem(facts, test)


def _problem(facts: Facts, test: RestoreTest) -> Problem:
    actions = [facts.handbook.corrective_actions[name] for name in test.actions]
    fault = "every action is closed and the test was not repeated" if actions else "no action follows from it"
    return Problem(
        Place.of(test, "result"),
        f"The last restore test of `{test.job}` failed on {test.on}, and {fault}.",
        expected="an open action in `actions`, or a later test that passed",
        remedy="Repeat the test and record it." if actions else "Add an action with owner and date to `actions`.",
        related=tuple(Related(Place.of(action, "status"), "closed here") for action in actions),
    )
