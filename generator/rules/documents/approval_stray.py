"""A record of an approval belongs to no plan.

Each file under `plans/approvals/` is named after the plan it is of, and there is such a plan.

## Why

A record that no plan refers to proves nothing, and hides that a plan was renamed or deleted after it was approved.

## How to fix

If the plan was renamed, have it approved again under its new id and delete the old record. If it is gone, delete the
record; its history stays in the version control.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.approval import ApprovalRecord
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    plans = {plan.id for plan in facts.handbook.plans}
    for record in facts.handbook.approvals:
        if record.plan not in plans:
            yield _problem(record, f"is of the plan `{record.plan}`, which does not exist")
        elif _is_elsewhere(record):
            yield _problem(record, f"is of the plan `{record.plan}`, whose record is `{record.plan}.yml`")


def _is_elsewhere(record: ApprovalRecord) -> bool:
    """Whether its file has another name. A record that was not read from a plans folder has none."""
    file = PurePosixPath(record.position().file)
    return file.parent.name == "approvals" and file.stem != record.plan


def _problem(record: ApprovalRecord, fault: str) -> Problem:
    return Problem(
        Place.of(record, "plan"),
        f"The approval of {record.on} by `{record.by}` {fault}.",
        expected="one record for each plan, named after it",
        remedy="Delete the file, and have the plan approved under the id it has now.",
    )
