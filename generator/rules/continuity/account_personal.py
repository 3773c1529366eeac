"""An account on which the business stands belongs to a person.

`in_name_of` of each account is `company`, and its `second_factor` is not a personal phone: it does not speak of a
phone or mobile together with the name of a person or with "personal", "private" or "own".

## Why

When this person leaves, quarrels with the company or loses the phone, the shop goes with them. Platforms give an
account back only to the one in whose name it stands.

## How to fix

Have the account transferred to the company with the business licence, and bind it to a company phone or to keys in a
safe. Then write `in_name_of: company` and the place of the second factor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.accounts import Account, AccountOwner
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule: what the company lives on belongs to the company",)

_PHONE = re.compile(r"phone|mobile|handset|手机", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(personal|private|own)\b|个人|私人", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Problem]:
    names = [person.name.casefold() for person in facts.handbook.people.values()]
    for account in facts.handbook.accounts.values():
        if account.in_name_of is AccountOwner.PERSON:
            yield _problem(facts, account, "in_name_of", "stands in the name of a person")
        elif _is_personal_phone(account.second_factor, names):
            yield _problem(facts, account, "second_factor", "hangs on the phone of one person")


def _is_personal_phone(words: str, names: list[str]) -> bool:
    named = _PERSONAL.search(words) or any(name in words.casefold() for name in names)
    return bool(_PHONE.search(words) and named)


def _problem(facts: Facts, account: Account, field: str, fault: str) -> Problem:
    systems = [facts.handbook.systems[name] for name in account.systems]
    needed = f", for {in_backticks(account.systems)}," if systems else ""
    return Problem(
        Place.of(account, field),
        f"The account `{account.id}`{needed} {fault}.",
        expected="an account of the company, with a second factor of the company",
        remedy="Have the account transferred to the company and bind it to a company phone or to keys in a safe.",
        related=tuple(Related(Place.of(system, "id"), "needs the account") for system in systems),
    )
