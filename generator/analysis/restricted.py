"""Contact data of people, which leaves the house only where somebody asked for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from generator.model.element import Element
from generator.model.handbook import Handbook
from generator.model.organization import OrganizationPlan, Person

_GAP = "…"
_FEWEST_DIGITS = 5
"""Of fewer digits a number is told from others only as it is written."""
_SHORTEST = 3
"""A way to reach somebody that is shorter, such as the extension `7`, cannot be told from other words."""
_SCRIPTS = re.compile(r"[\u3400-\u9fff·]+|[^\u3400-\u9fff·]+")
_NUMBER = re.compile(r"[+\d][\d\s().\-/]*")
_GROUPED = r"[\s().\-/]*"
_LAYOUT = str.maketrans("", "", " \t\r\n().-/")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that must not be told; only texts that have the key, apart from layout and case, can have the word."""

    key: str
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, text: str, pattern: str) -> Word:
        """A letter or digit beside it makes it another word; within Chinese there is no space around it."""
        return cls(_key(text), re.compile(rf"(?<![A-Za-z0-9_]){pattern}(?![A-Za-z0-9_])"))


@dataclass(frozen=True, slots=True)
class Restricted:
    """What must not be told of people; nothing is restricted by default."""

    words: tuple[Word, ...] = ()
    files: frozenset[str] = frozenset()
    """Plan files and records, as people see them, that tell who is who."""
    applies: bool = False
    """Whether anything is to be left out."""

    @classmethod
    def of(cls, *handbooks: Handbook) -> Restricted:
        """All that handbooks say of people: names, ids, numbers and addresses."""
        people = [person for handbook in handbooks for person in handbook.people.values()]
        found = {word.pattern: word for person in people for word in _words(person)}
        files = (part.position().file for handbook in handbooks for part in _about_people(handbook))
        # A whole name before a part of it.
        return cls(tuple(sorted(found.values(), key=lambda word: (-len(word.key), word.key))), frozenset(files), True)

    def masked(self, text: str) -> str:
        """The text with an ellipsis in place of each such word."""
        key = _key(text)
        for word in self.words:
            if word.key in key:
                text = word.pattern.sub(_GAP, text)
        return text

    def masked_json(self, text: str) -> str:
        """JSON of the same shape, indented."""
        return json.dumps(self._masked_value(json.loads(text)), ensure_ascii=False, indent=2)

    def _masked_value(self, value: Any) -> Any:  # noqa: ANN401 - JSON of unknown shape
        match value:
            case str():
                return self.masked(value)
            case list():
                return [self._masked_value(item) for item in value]
            case dict():
                return {self.masked(key): self._masked_value(item) for key, item in value.items()}
        return value


NOTHING_RESTRICTED = Restricted()


def _about_people(handbook: Handbook) -> Iterator[Element]:
    """Plans that say who is who, and their approval records, which have a digest of each person to guess from."""
    plans = [plan for plan in handbook.of_type(OrganizationPlan) if plan.people or plan.assignments or plan.shifts]
    names = {plan.id for plan in plans}
    return chain(plans, (record for record in handbook.approvals if record.plan in names))


def _words(person: Person) -> Iterator[Word]:
    """Names, also the part in each script, numbers and addresses however they are spaced, and the id."""
    for name in (person.name, *(part.strip() for part in _SCRIPTS.findall(person.name))):
        if len(name) > 1:
            yield Word.of(name, _spaced(name))
    for way in person.contacts:
        if len(way.value) >= _SHORTEST:
            yield _number(way.value) or Word.of(way.value, _spaced(way.value))
    yield _id(person.id)


def _spaced(words: str) -> str:
    """Words that may be broken over lines; of one word alone the case tells a name from an ordinary word."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return f"(?i:{pattern})" if len(words.split()) > 1 or "@" in words else pattern


def _number(value: str) -> Word | None:
    """A number however it is grouped, with its country code or as it is dialled at home."""
    code, _, rest = value.partition(" ") if value.startswith("+") else ("", "", value)
    abroad, home = _digits(code), _digits(rest)
    if len(home) < _FEWEST_DIGITS:
        abroad, home = "", _digits(value)
    if len(home) < _FEWEST_DIGITS or not _NUMBER.fullmatch(value):
        return None
    before = rf"(?:\+?{_GROUPED.join(abroad)}{_GROUPED})?(?:\(?0\)?{_GROUPED})?" if abroad else r"\+?"
    return Word.of(home, rf"{before}\(?{_GROUPED.join(home)}")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _id(name: str) -> Word:
    """Ids of several words are made of names; others are ordinary words too, and are meant where an id stands."""
    if "-" in name:
        return Word.of(name, re.escape(name))
    return Word(_key(name), re.compile(rf"(?m:(?:^|(?<=[`#/])){re.escape(name)}(?=[`#/:]|$))"))


def _key(text: str) -> str:
    return text.translate(_LAYOUT).lower()
