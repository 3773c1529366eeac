"""The last restore test of a backup is too old.

The last test of each job must be repeated after its own `repeat_every`, at the latest after `restore_test_within`.

## Why

Systems, versions, passwords and people change. A test of last year says little about a restore tonight, and the first
real restore becomes the test.

## How to fix

Restore the newest copy now and add a record under `restore_tests`. If the interval was never meant, write the true
one into `repeat_every`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import retest_due_on
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("NIST CSF 2.0, PR.DS-11", "CISA CPG 2.0, 3.O", "CIS Controls v8, 11.5")
THRESHOLDS = ("restore_test_within",)


def check(facts: Facts) -> Iterator[Problem]:
    thresholds = facts.handbook.settings.thresholds
    for backups in facts.recovery.backups.values():
        for test in filter(None, map(backups.last_test, backups.jobs)):
            due = retest_due_on(test, thresholds)
            if due < facts.as_of:
                yield Problem(
                    Place.of(test, "on"),
                    f"The last restore test of `{test.job}` was on {test.on}. The next was due on {due}.",
                    expected=f"a test at least every {test.repeat_every} and every {thresholds.restore_test_within}",
                    remedy="Restore the newest copy now and add a record under `restore_tests`.",
                    related=(Related(Place.of(test, "repeat_every"), "how often it is repeated"),),
                )
