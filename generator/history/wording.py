"""Which words of a text changed, told within the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Chinese, Japanese and Korean signs stand for themselves; other words and numbers stay whole.
_TOKEN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|\d+(?:[.,:]\d+)+|\w+|\s+|[^\w\s]")
_READABLE = 0.3
"""Below this likeness the parts in common are accidental, and a reader is better served by both texts whole."""


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text and what became of it; `language` is set where it is not that of the reader."""

    fate: Fate
    text: str
    language: str | None = None


def segments(before: str, after: str) -> tuple[Segment, ...]:
    """The way from one text to another; without the added pieces it is the first, without the removed the second."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _READABLE:
        return _joined([Segment(Fate.REMOVED, before), Segment(Fate.ADDED, after)])
    pieces: list[tuple[str, str]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        pair = "".join(old[i:j]), "".join(new[k:m])
        # A lone space between two changed words would cut the change into crumbs.
        if pieces and _is_change(pieces[-1]) and (tag != "equal" or pair[0].isspace()):
            pieces[-1] = pieces[-1][0] + pair[0], pieces[-1][1] + pair[1]
        else:
            pieces.append(pair)
    return _joined(segment for piece in pieces for segment in _of_piece(*piece))


def _is_change(piece: tuple[str, str]) -> bool:
    return piece[0] != piece[1]


def _of_piece(old: str, new: str) -> Iterator[Segment]:
    if old == new:
        yield Segment(Fate.SAME, old)
        return
    tail = _common_tail(old, new)
    end = len(tail)
    yield Segment(Fate.REMOVED, old[: len(old) - end])
    yield Segment(Fate.ADDED, new[: len(new) - end])
    yield Segment(Fate.SAME, tail)


def _common_tail(old: str, new: str) -> str:
    """The space at the end of both, which belongs to neither."""
    spaces = (old[len(old.rstrip()) :], new[len(new.rstrip()) :])
    return spaces[0] if spaces[0] == spaces[1] else ""


def _joined(found: Iterator[Segment] | list[Segment]) -> tuple[Segment, ...]:
    joined: list[Segment] = []
    for segment in found:
        if joined and joined[-1].fate is segment.fate:
            joined[-1] = Segment(segment.fate, joined[-1].text + segment.text)
        elif segment.text:
            joined.append(segment)
    return tuple(joined)
