"""A payment provider, insurer or marketplace is told of nothing by contract.

Every outside body of kind `payment`, `insurer` or `platform` is a recipient of at least one obligation of kind
`contract`.

## Why

Contracts have clocks too. An insurer that hears too late may pay nothing, a payment provider passes on the fines of the
card brands, a marketplace counts missed limits against the shop. These clocks stand in no law, so they are overlooked.

## How to fix

Read the clause on notices in the contract and write it as an obligation with `obligation: contract`, or add the body to
`recipients` of one that exists.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import BodyKind
from generator.model.legal import ObligationKind
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("PCI DSS 4.0.1, 12.10.1",)

_PARTNERS = (BodyKind.PAYMENT, BodyKind.INSURER, BodyKind.PLATFORM)


def check(facts: Facts) -> Iterator[Problem]:
    contracts = [o for o in facts.handbook.obligations.values() if o.obligation is ObligationKind.CONTRACT]
    told = {body for obligation in contracts for body in obligation.recipients}
    for body in facts.handbook.outside_bodies.values():
        if body.body in _PARTNERS and body.id not in told:
            yield Problem(
                Place.of(body, "body"),
                f"`{body.id}` is of kind `{body.body}`, but no duty from a contract says when it is told.",
                expected=f"an obligation with `obligation: contract` and `{body.id}` under `recipients`",
                remedy="Write down the clause on notices of its contract as an obligation.",
            )
