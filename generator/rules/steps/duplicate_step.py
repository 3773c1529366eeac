"""Two steps of a scenario say the same.

The words of two steps (`do`) are equal, apart from capitals, spaces and the full stop.

## Why

Two teams do the same work, or each believes the other does it. Most often the second one was copied and its words were
never changed, so that what it should say is missing.

## How to fix

Write what the second step really does. If the two are one action, remove one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        first: dict[str, Step] = {}
        for step in scenario.steps:
            same = first.setdefault(_bare(step.do), step)
            if same is not step:
                yield Problem(
                    Place.of(step, "do"),
                    f"`{step.id}` says the same as `{same.id}`.",
                    expected="words that no other step of this scenario has",
                    remedy="Write what this step does beyond the other one, or remove one of them.",
                    related=(Related(Place.of(same, "do"), "said here first"),),
                )


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".。")
