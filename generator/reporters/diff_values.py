"""Values of plans as a comparison shows them: titles for ids, and the few facts that tell a thing that came or went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from generator.history.changes import Value
from generator.history.inventory import is_named
from generator.history.pairing import NAMED_BY, item_name
from generator.i18n.labels import name_of
from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Element, reference_fields
from generator.model.money import Money
from generator.reporters.diff_labels import field_label, kind_label

LONGEST = 120
_TITLES = ("title", "name", "term", "do")
_TELLING = {"waiver": ("rule", "at", "reason"), "restore-test": ("job", "result")}
"""Facts without which some things tell nothing."""
_COUNTED = ("step", "statement", "obligation", "role", "system", "channel", "waiver", "requirement", "risk", "measure")


@dataclass(frozen=True, slots=True)
class Values:
    """Tells values; `titles` are those of things by kind and id."""

    titles: Mapping[tuple[str, str], str]

    def told(self, value: Value, refers: str = "") -> str:
        """One value in a few words."""
        if isinstance(value, Element):
            facts = self.facts(value)
            return f"{self._name(value)} ({facts})" if facts else self._name(value)
        if isinstance(value, StrEnum):
            return fixed(value)
        if isinstance(value, str):
            return shortened(self.titles.get((refers, value), value))
        return ", ".join(value) if isinstance(value, tuple) else _plain(value)

    def facts(self, element: Element) -> str:
        """Who acts by when, or what it amounts to."""
        return ", ".join(_contents(element) if isinstance(element, Plan) else self._facts(element))

    def _name(self, element: Element) -> str:
        if is_named(element):
            title = next((text for field in _TITLES if (text := getattr(element, field, None))), item_name(element))
            return shortened(str(title))
        fields = NAMED_BY.get(type(element)) or (next(iter(type(element).model_fields)),)
        refers = reference_fields(type(element))
        return " ".join(self.told(getattr(element, field), refers.get(field, "")) for field in fields)

    def _facts(self, element: Element) -> Iterator[str]:
        kind, refers = element.kind or type(element).__name__.lower(), reference_fields(type(element))
        for field in type(element).model_fields:
            value: Any = getattr(element, field)
            if field in NAMED_BY.get(type(element), ()) or field in _TITLES or value is None:
                continue
            telling = isinstance(value, Duration | Money | date) or (refers.get(field) == "role" and value)
            if field in _TELLING.get(kind, ()):
                yield f"{field_label(kind, field)} {shortened(str(value))}"
            elif telling and not (isinstance(value, tuple) and len(value) > 3):
                items = value if isinstance(value, tuple) else (value,)
                words = ", ".join(self.told(item, refers.get(field, "")) for item in items)
                yield f"{field_label(kind, field)} {words}"


def _plain(value: float | Duration | Money | date | None) -> str:
    if isinstance(value, bool) or value is None:
        return {None: "none", True: "yes", False: "no"}[value]
    return f"{value:g}" if isinstance(value, float) else str(value)


def _contents(plan: Plan) -> Iterator[str]:
    """How much a plan holds."""
    kinds = [part.kind or type(part).__name__.lower() for part in plan.walk()]
    for kind in _COUNTED:
        if number := kinds.count(kind):
            word = kind_label(kind)
            yield f"{number} {word if number == 1 else plural(word)}"


def plural(word: str) -> str:
    """The plural of an English noun with a regular one."""
    return f"{word[:-1]}ies" if word.endswith("ty") else f"{word}s"


def fixed(value: StrEnum) -> str:
    """The name of a fixed value."""
    try:
        return name_of(value)
    except KeyError:
        return value.value.replace("-", " ")


def shortened(text: str, most: int = LONGEST) -> str:
    """The first words of a text, on one line."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
