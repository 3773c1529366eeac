"""Positioned trees in another form: what is rewritten stands where it was written. Nothing is changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.source.text import Span
from generator.source.tree import PositionedMapping, PositionedSequence


def with_entry(block: PositionedMapping, key: str, name: str, value: Any) -> PositionedMapping:  # noqa: ANN401
    """The block with another value for a key, under a name that may be another too, at the same place."""
    names = {old: name if old == key else old for old in block}
    result = PositionedMapping(
        ((names[old], value if old == key else kept) for old, kept in block.items()), file=block.file, span=block.span
    )
    result.key_spans = {names[old]: span for old, span in block.key_spans.items()}
    result.value_spans = {names[old]: span for old, span in block.value_spans.items()}
    result.files = {names[old]: file for old, file in block.files.items()}
    return result


def with_items(items: PositionedSequence, others: Iterable[Any]) -> PositionedSequence:
    """As many other items at the same places."""
    result = PositionedSequence(others, file=items.file, span=items.span)
    result.item_spans = list(items.item_spans)
    return result


def list_at(file: str, span: Span, items: Iterable[Any]) -> PositionedSequence:
    """A list whose items all stand at one place."""
    result = PositionedSequence(items, file=file, span=span)
    result.item_spans = [span] * len(result)
    return result


def block_at(file: str, span: Span, entries: Mapping[str, Any]) -> PositionedMapping:
    """A block whose keys and values all stand at one place."""
    result = PositionedMapping(entries, file=file, span=span)
    result.key_spans = dict.fromkeys(entries, span)
    result.value_spans = dict.fromkeys(entries, span)
    return result
