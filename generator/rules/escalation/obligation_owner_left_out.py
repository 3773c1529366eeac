"""The owner of a legal duty has no part in the emergency that sets the duty off.

For every obligation under `obligations` of a scenario, its `owner` is responsible, accountable, consulted or informed
in at least one step of that scenario.

## Why

The clock of a notice runs from the moment the company knows of the event. If the lawyer, the data protection officer
or the insurer's contact hears of it a day later, the day is gone. BSI (DER.2.1.A4.2) wants those parties in the
procedure of the incident.

## How to fix

Let the owner do the step that notifies, or write `informed: [...]` into an early step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("BSI IT-Grundschutz, DER.2.1.A4.2",)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        involved = {duty.role for duty in facts.duties[scenario.id]}
        for number, name in enumerate(scenario.obligations):
            obligation = facts.handbook.obligations[name]
            if obligation.owner not in involved:
                yield Problem(
                    Place.of(scenario, "obligations", number),
                    f"`{obligation.owner}` owns the duty `{name}`, but has no part in any step of `{scenario.id}`.",
                    expected=f"`{obligation.owner}` in at least one step",
                    remedy=f"Add `{obligation.owner}` to `informed` of the step that tells the staff, or to the step "
                    "that fulfils the duty.",
                    related=(Related(Place.of(obligation, "owner"), "the owner"),),
                )
