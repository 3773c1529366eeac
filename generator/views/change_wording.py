"""What changed within a text, in the language of the reader where that can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.history.wording import Fate, Segment, segments
from generator.views.change_pieces import Told
from generator.views.change_values import Values

_CONTEXT = 40
"""Characters beside a change that are enough to find it."""


def wording(before: str, after: str, values: Values) -> Told:
    """What was removed and added, within the translations where there is one of both texts and they differ too."""
    translator, clean = values.translator, values.clean
    old, new = translator.words(before), translator.words(after)
    if not (old.language or new.language) and clean(old.text) != clean(new.text):
        return tuple(_with_context(segments(clean(old.text), clean(new.text))))
    source = translator.source_language
    language = None if source == translator.language else source
    # Where only the markup changed, that is what has to be shown.
    sides = (clean(before), clean(after)) if clean(before) != clean(after) else (before, after)
    return tuple(replace(segment, language=language) for segment in _with_context(segments(*sides)))


def _with_context(found: tuple[Segment, ...]) -> Iterator[Segment]:
    """Texts that stayed are cut to the words beside a change."""
    for number, segment in enumerate(found):
        if segment.fate is not Fate.SAME or len(segment.text) <= 2 * _CONTEXT:
            yield segment
            continue
        head = segment.text[:_CONTEXT].rsplit(" ", 1)[0] if number else ""
        tail = segment.text[-_CONTEXT:].split(" ", 1)[-1] if number < len(found) - 1 else ""
        yield Segment(Fate.SAME, " … ".join((head, tail)) if head and tail else f"{head} …" if head else f"… {tail}")
