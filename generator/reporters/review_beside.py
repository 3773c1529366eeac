"""Translations, and files beside the plans, in words: what changed for readers while the plans say what they said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.impact.files import FileChange
from generator.impact.translations import LanguageChanges, TranslationChange, Turn

TRANSLATIONS_NOTE = "The sentences are the same, and their readers act on other words."
FILES_NOTE = "They shape what readers see, and no approval covers them: look at the built pages."
_MOST = 20
"""Rows of one list."""
_MOST_PLANS = 5


def translations_title(found: LanguageChanges) -> str:
    """How many translations into a language changed, and in which way."""
    numbers = {turn: sum(change.turn is turn for change in found.changes) for turn in Turn}
    told = ", ".join(f"{number} {turn}" for turn, number in numbers.items() if number)
    return f"Translations into `{found.language}`: {told or 'not compared'}"


def translation_rows(found: LanguageChanges) -> Iterator[str]:
    """The first translations with their plans, and the number of the others."""
    if found.unread:
        yield "The catalog of the base cannot be read, so nobody knows what changed."
    yield from map(_translation, found.changes[:_MOST])
    yield from _rest(found.changes)


def file_rows(files: Sequence[FileChange]) -> Iterator[str]:
    """The first files, and the number of the others."""
    yield from (f"`{file.path}` {file.change.value}" for file in files[:_MOST])
    yield from _rest(files)


def _rest(every: Sequence[object]) -> Iterator[str]:
    if len(every) > _MOST:
        yield f"and {len(every) - _MOST} more; `--format json` names them all"


def _translation(change: TranslationChange) -> str:
    told = {
        Turn.CHANGED: f"“{change.before}” → “{change.after}”",
        Turn.LOST: f"“{change.before}” is lost, and readers see the sentence untranslated",
        Turn.NEW: f"“{change.after}” is new",
    }
    return f"“{change.text.text}”: {told[change.turn]}; in {_places(change)}"


def _places(change: TranslationChange) -> str:
    """The plans with the sentence, those to be approved again first; else the first file that has it."""
    plans = sorted(change.plans, key=lambda plan: plan.id not in change.again)
    if not plans:
        return change.text.places[0][0]
    marks = {plan.id: ", to be approved again" if plan.id in change.again else "" for plan in plans}
    told = ", ".join(f"{plan.title} (`{plan.id}`{marks[plan.id]})" for plan in plans[:_MOST_PLANS])
    rest = len(plans) - _MOST_PLANS
    return told + (f" and {rest} more" if rest > 0 else "")
