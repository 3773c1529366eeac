"""A phone number or address cannot be right.

Checked are all contacts of people and outside bodies. A `mobile`, `phone` or `fax` has 3 to 15 digits, and 7 to 15
after a `+`. After +86 there are 9 to 11 (a mobile has 11), after +34 and +33 there are 9, after +1 there are 10. An
`email` has a name and a domain, and a `portal` that is written as an address has a host. Placeholders such as
`138xxxx`, `TODO`, `12345678` or `example.com` are no contacts.

## Why

A wrong digit or a forgotten gap is found out in the emergency, by whoever calls. Nobody checks a number that looks
filled in.

## How to fix

Write the real number with its country code, such as `+86 571 5550 1001`. If there is none yet, remove the line and get
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import ContactKind, ContactWay, OutsideBody
from generator.model.organization import Person
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ITU-T E.164", "House rule")

_NUMBERS = (ContactKind.MOBILE, ContactKind.PHONE, ContactKind.FAX)
_NUMBER = re.compile(r"(\+?)([\d\s()./-]+?)(?:\s*(?:ext\.?|x|#|转)\s*\d{1,6})?", re.IGNORECASE)
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"
_EMAIL = re.compile(rf"[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)*@({_HOST})")
_ADDRESS = re.compile(rf"(?:https?://)?({_HOST})(?::\d+)?(?:[/?#]\S*)?")
_MARKED_OPEN = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|待定|待补|待填")
_NOTHING = re.compile(r"[\W_]*|(?:todo|tbd|tbc|n/?a|none|unknown|number|phone|e?mail|name)", re.IGNORECASE)
_FILLER = re.compile(r"0{7}$|12345678|87654321|^(\d)\1{5,}$|^1234567$")
_LENGTHS = {"1": (10,), "33": (9,), "34": (9,), "86": (9, 10, 11)}
"""Digits that follow the code of some countries."""
_GAP = re.compile(r"\d.*(?:xx|[*_?…]|\.{3})", re.IGNORECASE)
_RESERVED = re.compile(r"(?:.*\.)?(?:example\.(?:com|org|net)|(?:.+\.)?(?:invalid|test|localhost))", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Problem]:
    owners: list[Person | OutsideBody] = [*facts.handbook.people.values(), *facts.handbook.outside_bodies.values()]
    for owner in owners:
        for way in owner.contacts:
            fault = _fault(way)
            if fault:
                yield Problem(
                    Place.of(way, "value"),
                    f"The {way.contact} contact of `{owner.id}`, `{way.value}`, {fault}.",
                    expected=_expected(way.contact),
                    remedy="Write the real one and try it. If there is none, remove this contact.",
                )


def _fault(way: ContactWay) -> str:
    """What is wrong with a contact; empty if it may be right."""
    if _NOTHING.fullmatch(way.value) or _MARKED_OPEN.search(way.value):
        return "is a placeholder"
    if way.contact in _NUMBERS:
        return _fault_of_number(way.value, way.contact)
    if way.contact is ContactKind.EMAIL:
        return _fault_of_host(_EMAIL.fullmatch(way.value), "is no mail address")
    if way.contact is ContactKind.PORTAL and "." in way.value and " " not in way.value:
        return _fault_of_host(_ADDRESS.fullmatch(way.value), "is no address of a website")
    return ""


def _fault_of_number(value: str, kind: ContactKind) -> str:
    if _GAP.search(value):
        return "is a placeholder"
    found = _NUMBER.fullmatch(value.replace("(0)", ""))
    if found is None:
        return "is no number"
    digits = re.sub(r"\D", "", found[2])
    if _FILLER.search(digits):
        return "is a placeholder"
    return _fault_of_length(digits, kind) if found[1] else "" if 3 <= len(digits) <= 15 else f"has {len(digits)} digits"


def _fault_of_length(digits: str, kind: ContactKind) -> str:
    """What is wrong with the length of a number in its international form; countries without a fixed length pass."""
    for code, lengths in _LENGTHS.items():
        if digits.startswith(code):
            allowed = (11,) if (code, kind) == ("86", ContactKind.MOBILE) else lengths
            rest = len(digits) - len(code)
            return "" if rest in allowed else f"has {rest} digits after +{code}"
    return "" if 7 <= len(digits) <= 15 else f"has {len(digits)} digits"


def _fault_of_host(found: re.Match[str] | None, otherwise: str) -> str:
    if found is None:
        return otherwise
    return "is a placeholder" if _RESERVED.fullmatch(found[1]) else ""


def _expected(kind: ContactKind) -> str:
    if kind in _NUMBERS:
        return "a number such as `+86 571 5550 1001` or `119`"
    return {ContactKind.EMAIL: "an address such as `duty@company.cn`", ContactKind.PORTAL: "a web address"}.get(
        kind, "a real contact"
    )
