"""A record of an approval belongs to no plan, or is not the only one of its plan.

Each file under `plans/approvals/` is named after the plan it is of, such as `approvals/fire.yml` for `fire`. There is
such a plan, and no other file holds a record of it.

## Why

A record that no plan refers to proves nothing, and hides that a plan was renamed or deleted after it was approved. Of
two records of one plan only one is compared with it: a copy that was put beside the right one can stand in for an
approval that nobody gave.

## How to fix

If the plan was renamed, have it approved again under its new id and delete the old record. If it is gone, delete the
record; its history stays in the version control. If a plan has two records, delete the one that `handbook approve` did
not write. A waiver does not help: what proves an approval is beyond doubt, or it proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.approval import ApprovalRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)
WAIVABLE = False
_FOLDER = "approvals"


def check(facts: Facts) -> Iterator[Problem]:
    plans = {plan.id for plan in facts.handbook.plans}
    kept = {record.plan: record for record in reversed(facts.handbook.approvals) if not _is_elsewhere(record)}
    for record in facts.handbook.approvals:
        if record.plan not in plans:
            yield _of_no_plan(record)
        elif _is_elsewhere(record):
            yield _elsewhere(record, kept.get(record.plan))
        elif record is not kept[record.plan]:
            yield _second(record, kept[record.plan])


def _is_elsewhere(record: ApprovalRecord) -> bool:
    """Whether it lies in another file than its own. A record that was not read from a plans folder has none."""
    parts = PurePosixPath(record.position().file).parts
    return _FOLDER in parts[:-1] and parts[-2:] != (_FOLDER, f"{record.plan}.yml")


def _of_no_plan(record: ApprovalRecord) -> Problem:
    return _problem(
        record,
        f"is of the plan `{record.plan}`, which does not exist",
        "Delete the file, and have the plan approved under the id it has now.",
    )


def _elsewhere(record: ApprovalRecord, kept: ApprovalRecord | None) -> Problem:
    fault = f"is of the plan `{record.plan}`, whose record is `{_own_file(record)}`"
    if kept is None:
        return _problem(record, fault, "Delete the file, and have the plan approved with `handbook approve`.")
    return _problem(record, fault, "Delete the file.", Related(Place.of(kept, "plan"), "the record of the plan"))


def _second(record: ApprovalRecord, kept: ApprovalRecord) -> Problem:
    return _problem(
        record,
        f"is the second one of the plan `{record.plan}`",
        f"Keep one of the two, as `{_own_file(record)}`.",
        Related(Place.of(kept, "plan"), "the other one"),
    )


def _own_file(record: ApprovalRecord) -> str:
    return f"{_FOLDER}/{record.plan}.yml"


def _problem(record: ApprovalRecord, fault: str, remedy: str, *related: Related) -> Problem:
    return Problem(
        Place.of(record, "plan"),
        f"The approval of {record.on} by `{record.by}` {fault}.",
        expected="one record for each plan, named after it",
        remedy=remedy,
        related=related,
    )
