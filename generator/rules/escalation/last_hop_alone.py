"""The last one to be called has nobody behind.

The role that an escalation path notifies last has deputies, or is filled by at least two people who can be called
upon. Roles marked `critical` are left to the rule `deputy-missing`.

## Why

The path ends where nobody else may decide. If that one person sleeps or sits on a plane, everybody has been called and
nobody decides.

## How to fix

Name who steps in under `deputies` of the role, or end the path with a role that has deputies.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import paths
from generator.analysis.calls import holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.loading.explain import listed
from generator.model.severity import EscalationPath
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("FCD 1, Annex E (orders of succession)", "House rule")


def check(facts: Facts) -> Iterator[Problem]:
    last: dict[str, list[EscalationPath]] = {}
    for path in paths(facts.handbook):
        if path.steps:
            last.setdefault(path.steps[-1].notify, []).append(path)
    for name, ending in last.items():
        role = facts.handbook.roles[name]
        if not role.deputies and not role.critical and len(holders(facts.handbook, name)) < 2:
            yield Problem(
                Place.of(role, "deputies"),
                f"`{name}` is called last on {listed(path.id for path in ending)}, and nobody steps in for `{name}`.",
                expected="a deputy, or a second person in this role",
                remedy="Add `deputies: [...]`, or end the path with a role that has deputies.",
                related=(Related(Place.of(ending[0].steps[-1], "notify"), "called last here"),),
            )
