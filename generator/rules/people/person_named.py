"""A plan names a person where it should name a role.

No text of a scenario holds the full name of somebody in the roster. A name that is written in two scripts is looked for
in each of them.

## Why

People change their posts more often than plans are printed. A reader who looks for a person that has left does not know
who does it now. FCD 1 and common RACI advice both say to write the title, not the name.

## How to fix

Write the role that this person fills. Names and numbers belong under `people` and `assignments`, where they are kept up
to date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.element import text_fields
from generator.model.handbook import Handbook
from generator.model.organization import Person
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("FCD 1, Annex E (titles instead of names)", "House rule after common RACI advice")
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff·]{2,}")
_WORD = r"[^\W\d_\u3400-\u9fff](?:[^\W\d_\u3400-\u9fff]|['’.-])*"
_WORDS = re.compile(rf"{_WORD}(?: {_WORD})+")


def check(facts: Facts) -> Iterator[Problem]:
    names = {name: person for person in facts.handbook.people.values() for name in _names(person)}
    for scenario in facts.handbook.scenarios.values():
        texts = list(_texts(scenario))
        everything = "\n".join(text for _, text in texts)
        for name in (name for name in names if name in everything):
            pattern = re.compile(_bounded(name))
            for place, text in texts:
                if pattern.search(text):
                    yield _problem(facts.handbook, place, name, names[name])


def _names(person: Person) -> list[str]:
    """The full name in each script it is written in; a single word is no full name."""
    return [*_IDEOGRAPHS.findall(person.name), *(match.rstrip() for match in _WORDS.findall(person.name))]


def _bounded(name: str) -> str:
    return re.escape(name) if _IDEOGRAPHS.fullmatch(name) else rf"\b{re.escape(name)}\b"


def _texts(scenario: Scenario) -> Iterator[tuple[Place, str]]:
    for element in scenario.walk():
        for field in text_fields(type(element)):
            value = getattr(element, field)
            if isinstance(value, str):
                yield Place.of(element, field), value
            elif isinstance(value, tuple):
                yield from ((Place.of(element, field, number), text) for number, text in enumerate(value))


def _problem(book: Handbook, place: Place, name: str, person: Person) -> Problem:
    roles = [role for role, assigned in book.assignments.items() if any(a.person == person.id for a in assigned)]
    meant = ", ".join(f"`{role}`" for role in roles) or "of this person"
    return Problem(
        place,
        f"The text names {name}, a person of the roster.",
        expected=f"the role {meant}",
        remedy="Write the title of the role instead of the name.",
        related=(Related(Place.of(person, "name"), "the person"),),
    )
