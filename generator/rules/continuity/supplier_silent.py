"""A supplier of a critical system need not tell us of its incidents.

Each supplier of a `critical` system has a `reports_within`: the time in which its contract makes it report incidents.

## Why

Statutory clocks may run from the moment we could know. A leak at the supplier that reaches us after a week leaves no
time for our own report.

## How to fix

Put the duty to report incidents into the contract, with a time that is short against your own deadlines, and write it
into `reports_within`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.analysis.suppliers import supplies
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("GDPR, art. 33(2)",)


def check(facts: Facts) -> Iterator[Problem]:
    for supply in supplies(facts.handbook):
        if supply.critical and supply.body.reports_within is None:
            yield Problem(
                Place.of(supply.body, "reports_within"),
                f"Nothing makes `{supply.body.id}` report its incidents, but it supplies "
                f"{in_backticks(system.id for system in supply.critical)}.",
                expected="`reports_within` with the time agreed in the contract",
                remedy="Agree on a time for reports of incidents and write it into `reports_within`.",
                related=tuple(
                    Related(Place.of(system, "supplier"), "a critical system that it supplies")
                    for system in supply.critical
                ),
            )
