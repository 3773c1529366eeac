"""Plain dicts and lists that remember where everything stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.position import Position
from generator.source.scalars import Scalar
from generator.source.text import Span

_NOWHERE: Span = (0, 0, 0)
_KEY_MARKER = "[key]"  # pydantic's last segment when a key itself is at fault


def _position(file: str, span: Span) -> Position:
    line, column, end = span
    return Position(file, line, column, line, end)


class PositionedMapping(dict[str, Any]):
    """A dict whose own position is its first key; pydantic takes it as the dict it is.

    `files` names the file of each key that was taken over from another one.
    """

    __slots__ = ("_key_positions", "_value_positions", "file", "files", "key_spans", "span", "value_spans")

    def __init__(
        self,
        entries: Mapping[str, Any] | Iterable[tuple[str, Any]] = (),
        *,
        file: str = "",
        span: Span = _NOWHERE,
    ) -> None:
        super().__init__(entries)
        self.file = file
        self.files: dict[str, str] = {}
        self.span = span
        self.key_spans: dict[str, Span] = {}
        self.value_spans: dict[str, Span] = {}
        self._key_positions: dict[str, Position] | None = None
        self._value_positions: dict[str, Position] | None = None

    @property
    def position(self) -> Position:
        """The first key, or the braces of an empty mapping."""
        return _position(self.file, self.span)

    @property
    def key_positions(self) -> dict[str, Position]:
        """Where each key stands."""
        if self._key_positions is None:
            self._key_positions = {key: _position(self.file_of(key), at) for key, at in self.key_spans.items()}
        return self._key_positions

    @property
    def value_positions(self) -> dict[str, Position]:
        """Where each value stands; an absent value stands where its key does."""
        if self._value_positions is None:
            self._value_positions = {key: _position(self.file_of(key), at) for key, at in self.value_spans.items()}
        return self._value_positions

    def file_of(self, key: str) -> str:
        """The file a key was written in."""
        return self.files.get(key, self.file)


class PositionedSequence(list[Any]):
    """A list whose own position is the line of its first item."""

    __slots__ = ("_item_positions", "file", "item_spans", "span")

    def __init__(self, items: Iterable[Any] = (), *, file: str = "", span: Span = _NOWHERE) -> None:
        super().__init__(items)
        self.file = file
        self.span = span
        self.item_spans: list[Span] = []
        self._item_positions: list[Position] | None = None

    @property
    def position(self) -> Position:
        """From the first dash or bracket to the end of the first item."""
        return _position(self.file, self.span)

    @property
    def item_positions(self) -> list[Position]:
        """Where each item stands."""
        if self._item_positions is None:
            self._item_positions = [_position(self.file, at) for at in self.item_spans]
        return self._item_positions


Value = PositionedMapping | PositionedSequence | Scalar


class _Place(NamedTuple):
    node: Value
    value: Span
    key: Span | None
    file: str


def position_of(root: PositionedMapping, path: Sequence[str | int], prefer_key: bool = False) -> Position:
    """Where a pydantic `loc` leads: the value, or with `prefer_key` the key that holds it.

    Names that are no keys, such as union tags, are passed over. A key that is missing leads to the key
    above it, or to the first key of the mapping that lacks it.
    """
    place = _Place(root, root.span, None, root.file)
    found = True
    for index, segment in enumerate(path):
        step = _step(place, segment)
        found = step is not None
        if step is None:
            if isinstance(segment, int):
                break
        elif not _is_union_tag(place, step, path[index + 1 :]):
            place = step
    wants_key = (prefer_key and found) or (bool(path) and path[-1] == _KEY_MARKER)
    lacks_key = not found and isinstance(path[-1], str) and isinstance(place.node, PositionedMapping)
    if place.key is not None and (wants_key or lacks_key):
        return _position(place.file, place.key)
    return _position(place.file, place.value)


def _step(place: _Place, segment: str | int) -> _Place | None:
    node = place.node
    if isinstance(node, PositionedMapping) and isinstance(segment, str) and segment in node.key_spans:
        return _Place(node[segment], node.value_spans[segment], node.key_spans[segment], node.file_of(segment))
    if isinstance(node, PositionedSequence) and isinstance(segment, int) and 0 <= segment < len(node):
        return _Place(node[segment], node.item_spans[segment], None, node.file)
    return None


def _is_union_tag(place: _Place, step: _Place, rest: Sequence[str | int]) -> bool:
    """A tag may be called like a key; then that key's value cannot hold what follows, but its mapping can."""
    holds_more = isinstance(step.node, PositionedMapping | PositionedSequence)
    return bool(rest) and not holds_more and _step(place, rest[0]) is not None
