"""Values of plans as a comparison shows them: titles for ids, and the few facts that tell a thing that came or went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from generator.history.changes import Value
from generator.history.inventory import is_named
from generator.history.pairing import NAMED_BY, item_name
from generator.i18n.formats import Formats
from generator.i18n.words import Translator, Words
from generator.i18n.words import translatable as _
from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Element, reference_fields, text_fields
from generator.model.money import Money
from generator.views.change_labels import COUNTED, counted_label, field_label, value_label
from generator.views.change_pieces import Told, filled, listed, said, text_of
from generator.views.change_texts import text_names

LONGEST = 120
_COMMA = _(", ")
_TITLES = ("title", "name", "term", "do")
_PERSON = "person"
_TELLING = {"waiver": ("rule", "at", "reason"), "restore-test": ("job", "result")}
"""Facts without which some things tell nothing."""
ENGLISH = Translator("en", "en")


@dataclass(frozen=True, slots=True)
class Values:
    """Tells values; `titles` are those of things by kind and id.

    Without `formats`, lengths of time, days and amounts stand as plans write them. `clean` takes away the markup of
    plans where the reader would not see it as such.
    """

    titles: Mapping[tuple[str, str], str]
    translator: Translator = ENGLISH
    formats: Formats | None = None
    longest: int = LONGEST
    clean: Callable[[str], str] = str

    def told(self, value: Value, refers: str = "", field: str = "") -> Told:
        """One value in a few words; `field` is where it stands."""
        if isinstance(value, Element):
            name, facts = self._name(value), self.facts(value)
            return filled(self.label(_("%(name)s (%(facts)s)")), name=name, facts=facts) if facts else name
        if isinstance(value, StrEnum):
            return said(value_label(value, self.translator))
        if isinstance(value, str):
            return self._word(value, refers, field)
        if isinstance(value, tuple):
            return self.enumerated(self._word(item, refers, field) for item in value)
        return said(self._plain(value))

    def facts(self, element: Element) -> Told:
        """Who acts by when, or what it amounts to."""
        if isinstance(element, Plan):
            return self.enumerated(map(said, self._contents(element)))
        return self.enumerated(self._facts(element))

    def text(self, text: str, most: int = 0) -> Told:
        """Words of a plan in the language of the reader, or else in their own."""
        words = self.translator.words(text)
        return said(Words(shortened(self.clean(words.text), most or self.longest), words.language))

    def name(self, text: str, most: int = 0) -> Told:
        """What needs no translation, such as an id or a number; translated all the same if there is one."""
        return said(text_of(self.text(text, most)))

    def title(self, kind: str, text: str, most: int = 0) -> Told:
        """What a thing of some kind is called; a name of a person is right in every language."""
        return self.name(text, most) if kind == _PERSON else self.text(text, most)

    def label(self, label: str) -> str:
        """A label in the language of the reader."""
        return self.translator.gettext(label)

    def enumerated(self, parts: Iterable[Told]) -> Told:
        """Several values in a row."""
        return listed(parts, self.label(_COMMA))

    def field(self, kind: str, field: str) -> str:
        """What a field of a kind of thing is called."""
        return field_label(kind, field, self.translator)

    def _word(self, value: str, refers: str, field: str) -> Told:
        title = self.titles.get((refers, value))
        if title is not None:
            return self.title(refers, title)
        return self.text(value) if field in text_names() else self.name(value)

    def _name(self, element: Element) -> Told:
        if is_named(element):
            found = next((text for field in _TITLES if (text := getattr(element, field, None))), None)
            return self.title(element.kind or "", str(found)) if found else self.name(item_name(element))
        fields = NAMED_BY.get(type(element)) or (next(iter(type(element).model_fields)),)
        refers = reference_fields(type(element))
        return listed((self.told(getattr(element, field), refers.get(field, ""), field) for field in fields), " ")

    def _facts(self, element: Element) -> Iterator[Told]:
        kind, refers = element.kind or type(element).__name__.lower(), reference_fields(type(element))
        texts = text_fields(type(element))
        for field in type(element).model_fields:
            value: Any = getattr(element, field)
            if field in NAMED_BY.get(type(element), ()) or field in _TITLES or value is None:
                continue
            telling = isinstance(value, Duration | Money | date) or (refers.get(field) == "role" and value)
            if field in _TELLING.get(kind, ()):
                yield self._fact(kind, field, self.told(value, "", field if field in texts else ""))
            elif telling and not (isinstance(value, tuple) and len(value) > 3):
                items = value if isinstance(value, tuple) else (value,)
                yield self._fact(
                    kind, field, self.enumerated(self.told(item, refers.get(field, ""), field) for item in items)
                )

    def _fact(self, kind: str, field: str, value: Told) -> Told:
        return filled(self.label(_("%(field)s %(value)s")), field=self.field(kind, field), value=value)

    def _contents(self, plan: Plan) -> Iterator[str]:
        """How much a plan holds."""
        kinds = [part.kind or type(part).__name__.lower() for part in plan.walk()]
        for kind in COUNTED:
            if number := kinds.count(kind):
                yield counted_label(kind, number, self.translator)

    def _plain(self, value: float | Duration | Money | date | None) -> str:
        if isinstance(value, bool) or value is None:
            return self.label({None: _("none"), True: _("yes"), False: _("no")}[value])
        if self.formats is None:
            return f"{value:g}" if isinstance(value, float) else str(value)
        return _formatted(value, self.formats)


def _formatted(value: float | Duration | Money | date, formats: Formats) -> str:
    match value:
        case Duration():
            return formats.duration(value)
        case Money():
            return formats.money(value)
        case date():
            return formats.day(value)
    return formats.number(value)


def shortened(text: str, most: int = LONGEST) -> str:
    """The first words of a text, on one line."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
