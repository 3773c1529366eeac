"""What the tree builder remembers about values it has begun, and about values that aliases repeat."""

from __future__ import annotations

from generator.source.events import StartEvent
from generator.source.text import Span
from generator.source.tree import PositionedMapping, PositionedSequence, Value


class Anchored:
    """What an alias repeats; `size` and `height` are of the whole value, the size -1 while it is open."""

    __slots__ = ("height", "size", "value")

    def __init__(self, value: Value, size: int, height: int) -> None:
        self.value = value
        self.size = size
        self.height = height


class Frame:
    """A mapping or sequence that has begun and not ended."""

    __slots__ = (
        "anchored",
        "column",
        "first",
        "flow",
        "height",
        "key",
        "key_span",
        "line",
        "node",
        "nodes_before",
        "wants_key",
    )

    def __init__(self, node: PositionedMapping | PositionedSequence, event: StartEvent, nodes_before: int) -> None:
        self.node = node
        self.nodes_before = nodes_before
        self.wants_key = type(node) is PositionedMapping
        self.key: str | None = None  # stays None for a key that was refused, so that its value is dropped
        self.key_span: Span = (0, 0, 0)
        self.first: Span | None = None
        self.height = 1
        self.line = event.start_mark.line
        self.column = event.start_mark.column
        self.flow = event.flow_style
        self.anchored: Anchored | None = None
