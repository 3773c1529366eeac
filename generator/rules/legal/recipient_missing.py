"""A duty to report names nobody to report to, or no way to reach them.

Two things are checked. An obligation whose statute demands a report to an authority, and every obligation of kind
`contract`, has `recipients`. Every outside body that is a recipient has a phone, portal, e-mail or fax among its
`contacts`.

## Why

The clock runs while somebody searches for the right office and its form. Reports sent to the wrong authority do not
stop the clock. PCI DSS 12.10.1 asks for the contacts of brands and acquirers in the plan itself.

## How to fix

Add the outside body to `recipients`. Add its hotline, portal or mail address to its `contacts`, with the number for the
night.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import statute_of
from generator.finding import Level
from generator.model.contacts import ContactKind, OutsideBody
from generator.model.legal import Obligation, ObligationKind
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("PCI DSS 4.0.1, 12.10.1", "Administrative Measures for Reporting National Network Security Events (China)")

_WAYS = (ContactKind.PHONE, ContactKind.MOBILE, ContactKind.PORTAL, ContactKind.EMAIL, ContactKind.FAX)


def check(facts: Facts) -> Iterator[Problem]:
    told: dict[str, Obligation] = {}
    for obligation in facts.handbook.obligations.values():
        yield from _without_recipient(facts, obligation)
        for name in obligation.recipients:
            told.setdefault(name, obligation)
    for name, obligation in told.items():
        body = facts.handbook.outside_bodies[name]
        if not any(way.contact in _WAYS for way in body.contacts):
            yield _unreachable(body, obligation)


def _without_recipient(facts: Facts, obligation: Obligation) -> Iterator[Problem]:
    statute = statute_of(facts.handbook, obligation)
    by_contract = obligation.obligation is ObligationKind.CONTRACT
    if not obligation.recipients and (by_contract or (statute and statute.tells_authority)):
        who = "the other side of the contract" if by_contract else "an authority"
        yield Problem(
            Place.of(obligation, "recipients"),
            f"`{obligation.id}` must be reported to {who}, but it has no recipient.",
            expected="at least one outside body under `recipients`",
            remedy="Add `recipients: [...]` with the outside body that takes the report.",
            related=(Related(Place.of(statute), "the law"),) if statute else (),
        )


def _unreachable(body: OutsideBody, obligation: Obligation) -> Problem:
    return Problem(
        Place.of(body, "contacts"),
        f"`{body.id}` takes the report `{obligation.id}`, but has no phone, portal, e-mail or fax.",
        expected="a way to send the report at any hour",
        remedy="Add a contact of kind `phone`, `portal`, `email` or `fax`.",
        related=(Related(Place.of(obligation, "recipients", obligation.recipients.index(body.id)), "the report"),),
    )
