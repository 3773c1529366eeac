"""One name stands for two things.

The glossary explains a term twice, or two things of the same kind (roles, teams, grades, systems, channels and so on)
have the same title. Upper and lower case do not matter.

## Why

"Call the duty manager" must mean one person. If two plans use a word differently, two people do the same thing and
nobody does the other.

## How to fix

Give one of the two a title of its own. If both entries mean the same, keep one, and let everything refer to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.element import Element, Term
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)
KINDS = (
    "term", "role", "department", "team", "site", "authority", "outside-body", "grade", "system", "backup-job",
    "procedure", "spare", "account", "channel", "audience", "approval-path", "tier", "remedy", "scenario",
    "scenario-group", "exercise", "plan",
)  # fmt: skip
"""Kinds that are called by their title everywhere; statements and shifts are told apart by where they stand."""


def check(facts: Facts) -> Iterator[Problem]:
    for kind in KINDS:
        first: dict[str, Element] = {}
        for element in facts.handbook.index.get(kind, {}).values():
            known = first.setdefault(_name(element).casefold(), element)
            if known is not element:
                yield _problem(kind.replace("-", " "), known, element)


def _field(element: Element) -> str:
    return "term" if isinstance(element, Term) else "title"


def _name(element: Element) -> str:
    return str(getattr(element, _field(element)))


def _problem(kind: str, known: Element, element: Element) -> Problem:
    one, other = (str(getattr(thing, "id", "")) for thing in (known, element))
    return Problem(
        Place.of(element, _field(element)),
        f"The {kind} `{other}` is called “{_name(element)}”, like the {kind} `{one}`.",
        expected=f"a {_field(element)} that no other {kind} has",
        remedy=f"Rename one of them, or keep one {kind} if they are the same.",
        related=(Related(Place.of(known, _field(known)), "also called so"),),
    )
