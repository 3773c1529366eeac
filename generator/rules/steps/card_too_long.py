"""A role has more to do than fits on its card.

The role does or answers for more than `card_steps_most` steps of one scenario.

## Why

Each role works from a card of one page. Who has to turn pages and find the own line among thirty loses the thread, and
one person who does everything is the bottleneck of the whole response. China's rules ask for a short card for each key
post.

## How to fix

Give part of the steps to another role, let another role answer for them, or merge steps that are one action.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.duties import Duty, Letter
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Administrative measures for work safety emergency plans (China), art. 19 (action cards)", "House rule")
THRESHOLDS = ("card_steps_most",)


def check(facts: Facts) -> Iterator[Problem]:
    most = facts.handbook.settings.thresholds.card_steps_most
    for of_scenario in facts.duties.values():
        by_role: dict[str, list[Duty]] = {}
        for duty in of_scenario:
            if duty.acts:
                by_role.setdefault(duty.role, []).append(duty)
        for role, duties in by_role.items():
            if len(duties) > most:
                yield _too_long(role, duties, most)


def _too_long(role: str, duties: list[Duty], most: int) -> Problem:
    first_too_many = duties[most]
    field = "responsible" if Letter.RESPONSIBLE in first_too_many.letters else "accountable"
    return Problem(
        Place.of(first_too_many.step, field),
        f"`{role}` does or answers for {len(duties)} steps of `{first_too_many.scenario.id}`; a card holds {most}.",
        expected=f"{most} steps or fewer for one role",
        remedy="Give steps to another role from this one on, or merge steps that are one action.",
    )
