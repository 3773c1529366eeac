"""From parser events to the positioned tree, without recursion however deep the file is nested."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from generator.finding import Finding
from generator.source import faults
from generator.source.events import AliasEvent, Event, Mark, ScalarEvent, StartEvent
from generator.source.frames import Anchored, Frame
from generator.source.scalars import resolve_plain
from generator.source.syntax_fault import Place, Surroundings
from generator.source.text import SourceText, Span, quoted
from generator.source.tree import PositionedMapping, PositionedSequence, Value

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)+")
_TAG = re.compile(r"![^\s,\]}]*")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold; `max_nodes` counts an aliased value each time it is repeated."""

    max_bytes: int = 1_000_000
    max_nodes: int = 200_000
    max_depth: int = 40


class Unusable(Exception):  # noqa: N818 - ends the reading of one file; never leaves this package
    """The file cannot be read any further."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class TreeBuilder:
    """Takes the events of one stream; `root` is complete once the stream has ended."""

    def __init__(self, source: SourceText, limits: Limits) -> None:
        self.root: Value = None
        self.root_span: Span | None = None
        self.findings: list[Finding] = []
        self._source = source
        self._limits = limits
        self._nodes = 0
        self._documents = 0
        self._stack: list[Frame] = []
        self._long_quote: Place | None = None
        self._long_quote_ends = -1
        self._anchors: dict[str, Anchored] = {}
        self._handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, events: Iterable[object]) -> None:
        """Take all events; raises `Unusable` where reading has to stop."""
        find = self._handlers.get
        for event in events:
            handler = find(type(event))
            if handler is not None:
                handler(event)

    def surroundings(self) -> Surroundings:
        """Where the builder stands, to explain why the parser went no further."""
        frame = self._stack[-1] if self._stack else None
        bracket = (frame.line, frame.column) if frame and frame.flow else None
        return Surroundings(bracket, self._long_quote, self._long_quote_ends)

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            span = self._source.to_line_end(event.start_mark.line, event.start_mark.column)
            self._stop(faults.several_documents(self._source.position(span)))

    def _stop(self, finding: Finding) -> NoReturn:
        raise Unusable(finding)

    def _too_many(self, mark: Mark) -> NoReturn:
        position = self._source.position(self._source.to_line_end(mark.line, mark.column))
        self._stop(faults.too_many_nodes(position, self._limits.max_nodes))

    def _too_deep(self, mark: Mark) -> NoReturn:
        position = self._source.position(self._source.to_line_end(mark.line, mark.column))
        self._stop(faults.too_deep(position, self._limits.max_depth))

    def _scalar(self, event: ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        line, column, end_column = start.line, start.column, end.column
        plain, text = event.implicit[0], event.value
        absent = False
        if end.line != line:
            span = self._source.to_line_end(line, column)
            if event.implicit[1]:
                self._long_quote, self._long_quote_ends = (line, column), end.line
        elif end_column > column:
            span = (line + 1, column + 1, end_column + 1)
        else:
            absent = True
            span = self._empty_span(line, column)
        value: Value = resolve_plain(text) if plain else text
        # The tag "!" is in no event, but makes the parser call a quoted scalar plain.
        if (
            event.anchor is not None
            or event.tag is not None
            or (plain and not absent and self._source.lines[line][column] == "!")
        ):
            span, tagged = self._properties(event, span)
            value = text if tagged else value
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            self._too_many(start)
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored(value, 1, 0)
        if self._stack and self._stack[-1].wants_key:
            self._key(value, text, plain, span)
        else:
            self._attach(value, span, absent)

    def _empty_span(self, line: int, column: int) -> Span:
        """An absent value is shown by the mark before it: a dash, colon or comma."""
        while column > 1 and self._source.char(line, column - 1).isspace():
            column -= 1
        return self._source.span(line, max(0, column - 1), column)

    def _properties(self, event: ScalarEvent | StartEvent, span: Span) -> tuple[Span, bool]:
        """Report a tag; the span of what follows tag and anchor, if it stands on the same line."""
        line, column = event.start_mark.line, event.start_mark.column
        text = self._source.lines[line]
        properties = _PROPERTIES.match(text, column)
        written = _TAG.search(text, column, properties.end()) if properties else _TAG.match(text, column)
        tagged = event.tag is not None or written is not None
        if tagged:
            at, end = written.span() if written else (column, column + 1)
            tag_span = self._source.span(line, at, end)
            name = written[0] if written else str(event.tag)
            self.findings.append(faults.tag(self._source.position(tag_span), name))
        after = properties.end() + 1 if properties else 0
        return (span[0], after if span[1] < after < span[2] else span[1], span[2]), tagged

    def _key(self, value: Value, text: str, plain: bool, span: Span) -> None:
        frame = self._stack[-1]
        frame.wants_key = False
        frame.key_span = span
        if frame.first is None:
            frame.first = span
        frame.key = text
        node: Any = frame.node
        if plain and text == "<<":
            frame.key = None
            self.findings.append(faults.merge_key(self._source.position(span)))
        elif type(value) is not str:
            # A number or the like still serves as its own text, so that its value is checked too.
            frame.key = text if text else None
            self.findings.append(
                faults.key_not_text(self._source.position(span), quoted(text) if text else "(nothing)")
            )
        if frame.key is not None and frame.key in node:
            frame.key = None
            first = self._source.position(node.key_spans[text])
            self.findings.append(faults.duplicate_key(self._source.position(span), text, first))

    def _alias(self, event: AliasEvent) -> None:
        start, name = event.start_mark, event.anchor
        span = self._source.span(start.line, start.column, event.end_mark.column)
        anchored = self._anchors.get(name)
        if anchored is None:
            self.findings.append(faults.undefined_alias(self._source.position(span), name))
        elif anchored.size < 0:
            self.findings.append(faults.recursive_alias(self._source.position(span), name))
        if anchored is None or anchored.size < 0:
            anchored = Anchored("*" + name, 1, 0)
        self._nodes += anchored.size
        if self._nodes > self._limits.max_nodes:
            self._too_many(start)
        if len(self._stack) + anchored.height > self._limits.max_depth:
            self._too_deep(start)
        if self._stack:
            self._stack[-1].height = max(self._stack[-1].height, anchored.height + 1)
        if self._stack and self._stack[-1].wants_key and type(anchored.value) is str:
            self._key(anchored.value, anchored.value, plain=False, span=span)
        else:
            self._attach(anchored.value, span)

    def _start(self, event: StartEvent) -> None:
        start = event.start_mark
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            self._too_many(start)
        if len(self._stack) >= self._limits.max_depth:
            self._too_deep(start)
        if event.tag is not None:
            self._properties(event, self._source.to_line_end(start.line, start.column))
        kind = PositionedMapping if isinstance(event, yaml.MappingStartEvent) else PositionedSequence
        frame = Frame(kind(file=self._source.file), event, self._nodes - 1)
        if event.anchor is not None:
            frame.anchored = self._anchors[event.anchor] = Anchored(frame.node, -1, 0)
        self._stack.append(frame)

    def _end(self, event: Event) -> None:
        frame = self._stack.pop()
        frame.node.span = self._collection_span(frame, event.end_mark)
        if frame.anchored is not None:
            frame.anchored.size = self._nodes - frame.nodes_before
            frame.anchored.height = frame.height
        if self._stack:
            self._stack[-1].height = max(self._stack[-1].height, frame.height + 1)
        self._attach(frame.node, frame.node.span)

    def _collection_span(self, frame: Frame, end: Mark) -> Span:
        """A mapping stands where its first key does; a sequence runs from its first dash on."""
        if type(frame.node) is PositionedMapping and frame.first is not None:
            return frame.first
        line, column = frame.line, frame.column
        if frame.flow and end.line == line:
            return self._source.span(line, column, end.column)
        if frame.first is not None and frame.first[0] == line + 1:
            return self._source.span(line, column, frame.first[2] - 1)
        return self._source.to_line_end(line, column)

    def _attach(self, value: Value, span: Span, absent: bool = False) -> None:
        if not self._stack:
            self.root, self.root_span = value, None if absent else span
            return
        frame = self._stack[-1]
        node: Any = frame.node
        if type(node) is PositionedSequence:
            node.append(value)
            node.item_spans.append(span)
            if frame.first is None:
                frame.first = span
        elif frame.wants_key:
            frame.wants_key = False
            frame.key = None
            frame.first = frame.first or span
            self.findings.append(faults.key_not_text(self._source.position(span), "of this entry"))
        else:
            frame.wants_key = True
            if frame.key is not None:
                node[frame.key] = value
                node.key_spans[frame.key] = frame.key_span
                node.value_spans[frame.key] = frame.key_span if absent else span
