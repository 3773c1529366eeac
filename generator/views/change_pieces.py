"""Sentences put together from segments, each with its language and with what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.history.wording import Fate, Segment
from generator.i18n.words import Words

Told = tuple[Segment, ...]

_GAP = re.compile(r"%\((\w+)\)s")


def said(words: Words | str) -> Told:
    """Words that stayed as they are."""
    found = Words(words) if isinstance(words, str) else words
    return (Segment(Fate.SAME, found.text, found.language),)


def filled(sentence: str, **parts: Told | str) -> Told:
    """A sentence with something in each of its gaps, such as `%(place)s`."""
    # Every second part of the split is the name of a gap.
    pieces = (parts[text] if number % 2 else text for number, text in enumerate(_GAP.split(sentence)))
    return joined(pieces)


def listed(parts: Iterable[Told], between: str) -> Told:
    """Several texts with something between them."""
    return joined(piece for number, part in enumerate(parts) for piece in (between if number else "", part))


def joined(parts: Iterable[Told | str]) -> Told:
    """One text; neighbours that are alike become one segment."""
    pieces = (piece for part in parts for piece in (said(part) if isinstance(part, str) else part))
    return tuple(_runs(piece for piece in pieces if piece.text))


def text_of(told: Iterable[Segment]) -> str:
    """The letters alone."""
    return "".join(segment.text for segment in told)


def _runs(pieces: Iterator[Segment]) -> Iterator[Segment]:
    last: Segment | None = None
    for piece in pieces:
        if last is None or (piece.fate, piece.language) != (last.fate, last.language):
            if last is not None:
                yield last
            last = piece
        else:
            last = replace(last, text=last.text + piece.text)
    if last is not None:
        yield last
