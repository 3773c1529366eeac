"""A way to reach somebody was not checked for too long.

Looked at are the contacts of all active people with an assignment, and of all outside bodies. `verified_on` must be
there, must not lie in the future and must not be older than `contact_checked_within`. Each person or body is told once.

## Why

People change their number, suppliers move their hotline to another firm. Nobody notices until the call in the night
goes nowhere. CIS Controls v8 (17.2) asks to check contacts at least once a year; practitioners advise every half year.

## How to fix

Call the number or write to the address. Correct what has changed and write the day of the check into `verified_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import ContactWay, OutsideBody
from generator.model.control import add
from generator.model.organization import Person
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("CIS Controls v8, 17.2", "House rule")
THRESHOLDS = ("contact_checked_within",)


def check(facts: Facts) -> Iterator[Problem]:
    book = facts.handbook
    people = {call.person.id: call.person for role in book.roles for call in holders(book, role)}
    owners: list[Person | OutsideBody] = [*people.values(), *book.outside_bodies.values()]
    for owner in owners:
        stale = [way for way in owner.contacts if _fault(facts, way)]
        if stale:
            yield _problem(facts, owner, stale)


def _fault(facts: Facts, way: ContactWay) -> str:
    """What is wrong with the check of a contact; empty if nothing is."""
    within = facts.handbook.settings.thresholds.contact_checked_within
    if way.verified_on is None:
        return "was never checked"
    if way.verified_on > facts.as_of:
        return f"is said to be checked on {way.verified_on}, which lies in the future"
    return f"was last checked on {way.verified_on}" if add(way.verified_on, within) < facts.as_of else ""


def _problem(facts: Facts, owner: Person | OutsideBody, stale: list[ContactWay]) -> Problem:
    first, *rest = stale
    within = facts.handbook.settings.thresholds.contact_checked_within
    return Problem(
        Place.of(first, "verified_on"),
        f"The {first.contact} contact of `{owner.id}` {_fault(facts, first)}"
        + (f", and {len(rest)} more of {len(owner.contacts)} contacts are out of date." if rest else "."),
        expected=f"a check not older than {within} on {facts.as_of}",
        remedy="Try the contact, correct it and write today's date into `verified_on`.",
        related=tuple(Related(Place.of(way, "verified_on"), _fault(facts, way)) for way in rest),
    )
