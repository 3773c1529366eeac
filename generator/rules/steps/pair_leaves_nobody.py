"""When two certain people are away, a critical role stands empty.

A role that is marked `critical` does a step of the phases `detect` to `handle`, and all who can do it, its active
holders and those of its `deputies`, are two people.

## Why

Two people are away together more often than one thinks: they share a car, a conference, an infection or a shift. For
a role without which the emergency stands still, know the pair and keep the two apart.

## How to fix

Name one more deputy that a third person fills. Where the company is too small for it, take care that the two are never
away at the same time, and waive the finding with this reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.analysis.staffing import acting_first
from generator.finding import Level
from generator.model.organization import PersonStatus
from generator.rule import Place, Problem, Related

LEVEL = Level.NOTE
SOURCES = ("ISO 22301:2019, 8.4.2 (alternates)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    if sum(person.status is PersonStatus.ACTIVE for person in facts.handbook.people.values()) < 3:
        return
    for name, steps in acting_first(facts.handbook).items():
        role, pair = facts.handbook.roles[name], facts.crew.everybody(name)
        if role.critical and len(pair) == 2:
            yield Problem(
                Place.of(role, "deputies"),
                f"Only {in_backticks(sorted(pair))} can act for the critical role `{name}`; without both, "
                f"`{steps[0].id}` stays undone.",
                expected="a third person for a critical role",
                remedy="Name one more deputy that a third person fills, or see that the two are never away together.",
                related=(Related(Place.of(steps[0], "responsible"), "the first step that needs the role"),),
            )
