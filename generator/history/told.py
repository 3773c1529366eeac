"""What EDITIONS.md says of an edition, passage by passage, so that each can be translated on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_ITEM = re.compile(r"\s*[-*+][ \t]+(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or the items of a list."""

    listed: bool
    texts: tuple[str, ...]


def passages(entry: str) -> tuple[Passage, ...]:
    """The paragraphs and lists of an entry, in their order; lists within lists become items of the same list."""
    return tuple(
        passage
        for listed, found in groupby(_texts(entry), key=lambda text: text[0])
        for passage in _passages(listed, tuple(text for _, text in found))
    )


def _passages(listed: bool, texts: tuple[str, ...]) -> Iterator[Passage]:
    if listed:
        yield Passage(listed, texts)
    else:
        yield from (Passage(listed, (text,)) for text in texts)


def _texts(entry: str) -> Iterator[tuple[bool, str]]:
    """Whether it is an item, and its words on one line."""
    listed, words = False, list[str]()
    for line in [*entry.splitlines(), ""]:
        item = _ITEM.fullmatch(line)
        if (item or not line.strip()) and words:
            yield listed, " ".join(words)
            words = []
        if item or not words:
            listed = item is not None
        if part := (item["words"] if item else line).strip():
            words.append(part)
