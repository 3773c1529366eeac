"""Nothing proves afterwards that a step was done.

A step that saves evidence, checks a backup, decides on duties, approves, or tells an authority or the people concerned
(`act: preserve-evidence`, `verify-backup`, `determine`, `approve`, `approve-legal`, `approve-remedy`,
`notify-authority`, `notify-people`) has no `record`.

## Why

These are the steps that others ask about later. A report without a receipt counts as not sent, a decision without its
reasons as not taken, a disk without a list of holders is no evidence.

## How to fix

Say in `record` what is kept: the receipt number, name and time of the approval, a file list with checksums.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = (
    "ISO 22301:2019, 8.4.3",
    "Regulation (EU) 2024/2690, annex 3.5.4",
    "Regulation (EU) 2022/2554 (DORA), art. 11(8)",
)

_ASKED_FOR_LATER = (
    Act.PRESERVE_EVIDENCE,
    Act.VERIFY_BACKUP,
    Act.DETERMINE,
    Act.APPROVE,
    Act.APPROVE_LEGAL,
    Act.APPROVE_REMEDY,
    Act.NOTIFY_AUTHORITY,
    Act.NOTIFY_PEOPLE,
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.doing(*_ASKED_FOR_LATER):
            if step.record is None:
                yield Problem(
                    Place.of(step, "act"),
                    f"Nothing proves later that `{step.id}` was done.",
                    expected="`record` with what is kept as evidence",
                    remedy="Add `record: ...`, such as a receipt number, a name with a time, or a file list.",
                )
