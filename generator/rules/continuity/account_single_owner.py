"""Only one person can act as owner of an account on which the business stands.

Each account has at least two roles in `owners`, and the people to call first for them are not all the same person.

## Why

If this one person is on a plane, ill or has left, nobody can give rights back, stop a thief or pay the bill. Winning
an account back from a platform takes days.

## How to fix

Give a second role a sign-in of its own with owner rights, filled by another person, and name it in `owners`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import first_holder
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.accounts import Account
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("SCF BCD-10 (single points of failure)", "House rule: two owners")


def check(facts: Facts) -> Iterator[Problem]:
    for account in facts.handbook.accounts.values():
        if len(set(account.owners)) < 2:
            owner = f"Only `{account.owners[0]}`" if account.owners else "Nobody"
            yield Problem(
                Place.of(account, "owners"),
                f"{owner} can act as owner of the account `{account.id}`.",
                expected="two roles in `owners`, filled by different people",
                remedy="Give a second role a sign-in of its own with owner rights and name it here.",
            )
        else:
            yield from _one_person(facts, account)


def _one_person(facts: Facts, account: Account) -> Iterator[Problem]:
    calls = [first_holder(facts.handbook, role) for role in account.owners]
    known = [call for call in calls if call]
    if len(known) == len(calls) and len({call.person.id for call in known}) == 1:
        yield Problem(
            Place.of(account, "owners"),
            f"`{known[0].person.id}` fills every role that can act as owner of the account `{account.id}`.",
            expected="roles that are filled by different people",
            remedy="Name a role here that another person fills.",
            related=tuple(Related(Place.of(call.assignment, "person"), "the same person") for call in known),
        )
