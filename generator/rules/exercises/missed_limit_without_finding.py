"""A limit was missed in an exercise, and the record has no finding at all.

In a record without `findings` a `measured` time is longer than its `limit`.

## Why

The plan promised a time, and the exercise showed that it cannot be kept. If that does not become a finding, it does
not become an action either, and the promise stays in the plan.

## How to fix

Add a finding with its cause and a corrective action. If the limit was wrong, say that in the finding and change the
plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.5", "ENISA guidance on Regulation (EU) 2024/2690, annex 4.3.4")


def check(facts: Facts) -> Iterator[Problem]:
    for record in facts.handbook.exercise_records.values():
        for timing in () if record.findings else record.timings:
            if not timing.within:
                yield Problem(
                    Place.of(timing, "measured"),
                    f"“{timing.what}” took {timing.measured} in `{record.id}`, more than its limit of"
                    f" {timing.limit}, but the record has no finding.",
                    expected="a finding about the missed limit, with its cause",
                    remedy=f"Add a finding to `{record.id}` and a corrective action for it.",
                    related=(Related(Place.of(timing, "limit"), "the limit"),),
                )
