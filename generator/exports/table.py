"""A table of the handbook, and the words in it in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.analysis.facts import Facts
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.render.prose import plain_text

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; `name` is the file name without its ending."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class TableWords:
    """Words of plans and labels without markup, as cells hold them."""

    facts: Facts
    translator: Translator

    def say(self, text: str) -> str:
        """A text of a plan."""
        return plain_text(self.translator.words(text).text)

    def label(self, label: str) -> str:
        """A label that is marked for translation elsewhere."""
        return self.translator.gettext(label)

    def yes(self, true: bool) -> str:
        """Yes, or nothing: what stands out is true."""
        return self.translator.gettext(_("yes")) if true else ""

    def head(self, *labels: str) -> tuple[str, ...]:
        """Columns."""
        return tuple(self.translator.gettext(label) for label in labels)

    def role_title(self, name: str) -> str:
        """The title of a role; its id, where a record names one that is gone."""
        role = self.facts.handbook.roles.get(name)
        return self.say(role.title) if role else name

    def role_titles(self, names: tuple[str, ...]) -> str:
        """Titles of roles, one a line."""
        return "\n".join(map(self.role_title, names))


def iso(day: date | None) -> str:
    """A day as spreadsheets sort it."""
    return day.isoformat() if day else ""
