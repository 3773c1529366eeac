"""What a change does to the words of those who read the plans in another language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.approvals import Approval
from generator.analysis.facts import Facts
from generator.analysis.fingerprint import translation_print
from generator.i18n.catalogs import SourceText
from generator.i18n.words import Translator
from generator.model.control import Plan, Status

Catalogs = Mapping[str, Mapping[str, str]]
"""Finished translations of sentences by language. A language is missing if its catalog can't be read."""


class Turn(StrEnum):
    """What became of a translation, what does most harm first."""

    CHANGED = "changed"
    LOST = "lost"
    """Readers see the sentence in the language of the plans."""
    NEW = "new"


@dataclass(frozen=True, slots=True)
class TranslationChange:
    """A sentence that is what it was, and whose readers in another language see other words."""

    text: SourceText
    before: str
    """Empty where there was no finished translation."""
    after: str
    plans: tuple[Plan, ...]
    """Where it stands. Settings and glossaries are no plans."""
    again: frozenset[str]
    """Ids of those that have to be approved again, as an approval covers each translation."""

    @property
    def turn(self) -> Turn:
        if not self.before:
            return Turn.NEW
        return Turn.CHANGED if self.after else Turn.LOST


@dataclass(frozen=True, slots=True)
class LanguageChanges:
    """The translations into one language that changed, what does most harm first."""

    language: str
    changes: tuple[TranslationChange, ...] = ()
    unread: bool = False
    """Whether the catalog before the change can't be read, so that nobody knows what changed."""


def translation_changes(
    after: Facts, texts: Iterable[SourceText], old: Catalogs, new: Catalogs
) -> Iterator[LanguageChanges]:
    """By language, where there are any; `texts` are sentences that stand in the plans before and after the change."""
    every = tuple(texts)
    for language, now in new.items():
        if language not in old:
            yield LanguageChanges(language, unread=True)
        elif changes := _changes(after, every, _Words(language, old[language], now)):
            yield LanguageChanges(language, changes)


@dataclass(frozen=True, slots=True)
class _Words:
    language: str
    before: Mapping[str, str]
    after: Mapping[str, str]

    def differ(self, text: str) -> bool:
        return self.before.get(text) != self.after.get(text)


def _changes(after: Facts, texts: Iterable[SourceText], words: _Words) -> tuple[TranslationChange, ...]:
    changed = [text for text in texts if words.differ(text.text)]
    by_file = {approval.plan.position().file: approval for approval in after.approvals}
    # Taken once for each plan: a print reads the whole of it.
    files = {file for text in changed for file, _ in text.places if file in by_file}
    source = after.handbook.settings.source_language
    again = {file for file in files if _approve_again(by_file[file], words, source)}
    found = []
    for text in changed:
        places = dict.fromkeys(file for file, _ in text.places if file in by_file)
        plans = tuple(by_file[file].plan for file in places)
        due = frozenset(by_file[file].plan.id for file in places if file in again)
        old, new = (side.get(text.text, "") for side in (words.before, words.after))
        found.append(TranslationChange(text, old, new, plans, due))
    order = list(Turn)
    return tuple(sorted(found, key=lambda change: order.index(change.turn)))


def _approve_again(approval: Approval, words: _Words, source: str) -> bool:
    """Whether a plan in force shows its readers other sentences than were approved.

    Where no record says what was approved, it was what they saw before the change.
    """
    plan, language = approval.plan, words.language
    if plan.control.status is not Status.APPROVED:
        return False
    now = translation_print(plan, Translator(language, source, words.after))
    if approval.record:
        return approval.record.translations.get(language) != now
    return translation_print(plan, Translator(language, source, words.before)) != now
