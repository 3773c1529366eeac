"""Words for a reader, in the language of the page or, untranslated, in that of the plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def translatable(label: str) -> str:
    """Mark a label in Python code for extraction into the catalogs; gives it back unchanged."""
    return label


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and its language where that is not the language of the page."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Translator:
    """Words of plans and labels of templates in one language."""

    language: str
    source_language: str
    plan_messages: Mapping[str, str] = field(default_factory=dict)
    label_messages: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def words(self, text: str) -> Words:
        """A text of a plan; without a current translation, the source sentence with its language."""
        if self.language == self.source_language:
            return Words(text)
        translated = self.plan_messages.get(text)
        return Words(translated) if translated else Words(text, self.source_language)

    def gettext(self, label: str) -> str:
        """A label of the templates; English where the catalog has none."""
        found = self.label_messages.get(label)
        return found if isinstance(found, str) else label

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """A label that depends on a number, such as "1 step" and "2 steps"."""
        found = self.label_messages.get(singular)
        if isinstance(found, tuple) and found:
            # Languages of the handbook have one or two forms; others fall back to the last one.
            return found[0] if number == 1 or len(found) == 1 else found[1]
        return singular if number == 1 else plural
