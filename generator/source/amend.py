"""Add a block to a list, or change values of a block, in the text of a plan file; every other character stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.errors import HandbookError
from generator.source.emit import block_item, value_in_block, value_in_braces
from generator.source.text import LINE_BREAK

_BYTE_ORDER_MARK = "\ufeff"
_Spot = tuple[int, int]
"""Line and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class _Change:
    start: _Spot
    end: _Spot
    text: str


def append_item(text: str, key: str, item: Mapping[str, Any]) -> str:
    """The text with one more block at the end of a list at its top level; the list is begun if there is none.

    Raises HandbookError if the list stands in brackets.
    """
    plan = _Plan(text)
    held = plan.top(key)
    if held is None:
        end = len(plan.lines)
        return plan.changed([plan.insertion(end, ["", f"{key}:", *block_item(item, 2)])])
    name, items = held
    if isinstance(items, yaml.SequenceNode) and items.value and not items.flow_style:
        column = items.start_mark.column
        gap = [""] * plan.has_gaps(items)
        return plan.changed([plan.insertion(plan.end_of_block(items, column), [*gap, *block_item(item, column)])])
    if items.value:
        raise HandbookError(f"The list `{key}` is written in brackets.", "Write each of its items behind a dash.")
    line = name.end_mark.line
    emptied = _Change((line, name.end_mark.column), _end(items), ":")
    return plan.changed([emptied, plan.insertion(line + 1, block_item(item, 2))])


def set_values(text: str, key: str, name: str, values: Mapping[str, str]) -> str:
    """The text with values of the block `name` of a list. Keys that are missing are added after the first one.

    Raises HandbookError if the block is not found or one of the values is an alias.
    """
    plan = _Plan(text)
    block = plan.item(key, name)
    known = {entry.value: (entry, value) for entry, value in block.value}
    first = next(iter(values))
    missing = {field: value for field, value in values.items() if field not in known}
    changes = [plan.replaced(block, *known[field], value) for field, value in values.items() if field in known]
    return plan.changed([*changes, *plan.added(block, *known[first], missing)])


class _Plan:
    """A text, its lines without their breaks, and the nodes in it."""

    def __init__(self, text: str) -> None:
        self._mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
        self._text = text.removeprefix(_BYTE_ORDER_MARK)
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(self._text))]
        first = LINE_BREAK.search(self._text)
        self._break = first[0] if first else "\n"
        self.lines = LINE_BREAK.split(self._text)
        if self.lines[-1] == "":
            self.lines.pop()
        self._root: Any = yaml.compose(self._text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def top(self, key: str) -> tuple[Any, Any] | None:
        """A key at the top level and its value."""
        if self._root.flow_style:
            raise HandbookError("The plan is written in braces.", "Write its keys one below the other.")
        return next(((name, value) for name, value in self._root.value if name.value == key), None)

    def item(self, key: str, name: str) -> Any:  # noqa: ANN401 PyYAML's nodes have no types
        """The block with an id in a list at the top level."""
        held = self.top(key)
        for block in held[1].value if held else ():
            if any(entry.value == "id" and value.value == name for entry, value in block.value):
                return block
        raise HandbookError(f"The block `{name}` is not found under `{key}`.", "Write it out where it is used.")

    def has_gaps(self, items: Any) -> bool:  # noqa: ANN401 PyYAML's nodes have no types
        """Whether a blank line stands before the last item."""
        before = items.value[-1].start_mark.line - 1
        return len(items.value) > 1 and not self.lines[before].strip()

    def end_of_block(self, node: Any, column: int) -> int:  # noqa: ANN401 PyYAML's nodes have no types
        """The line after a node and after the comments below it that are indented deeper than a column."""
        line = self._last_line(node) + 1
        while line < len(self.lines) and self._is_comment_below(line, column):
            line += 1
        return line

    def _is_comment_below(self, line: int, column: int) -> bool:
        bare = self.lines[line].lstrip()
        return bare.startswith("#") and len(self.lines[line]) - len(bare) > column

    def _last_line(self, node: Any) -> int:  # noqa: ANN401 PyYAML's nodes have no types
        """The last line on which a node has a character."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            return self._last_line_of_leaf(node)
        if isinstance(node, yaml.MappingNode):
            return max(self._last_line(part) for part in node.value[-1])
        return self._last_line(node.value[-1])

    def _last_line_of_leaf(self, node: Any) -> int:  # noqa: ANN401 PyYAML's nodes have no types
        """The parser sees the end of a folded text only where the next thing begins."""
        line = min(int(node.end_mark.line), len(self.lines) - 1)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            line -= node.end_mark.column == 0 and line == node.end_mark.line
            while line > node.start_mark.line and not self.lines[line].strip():
                line -= 1
        return line

    def insertion(self, line: int, lines: Iterable[str]) -> _Change:
        """New lines before a line, or at the end of the text."""
        text = "".join(f"{added}{self._break}" for added in lines)
        if line >= len(self.lines) and self._starts[-1] != len(self._text):
            text = self._break + text
        return _Change((line, 0), (line, 0), text)

    def replaced(self, block: Any, name: Any, value: Any, text: str) -> _Change:  # noqa: ANN401 PyYAML's nodes
        """Another value behind a key."""
        if _start(value) < _end(name):
            raise HandbookError(f"The value of `{name.value}` is an alias.", "Write the value out in the plan.")
        written = value_in_braces(text) if block.flow_style else self._in_block(block, text)
        if value.start_mark.index == value.end_mark.index:
            return _Change(_start(value), _start(value), f" {written}")
        last = self._last_line(value)
        folded = value.style in ("|", ">")
        return _Change(_start(value), (last, len(self.lines[last])) if folded else _end(value), written)

    def added(self, block: Any, name: Any, value: Any, fields: Mapping[str, str]) -> list[_Change]:  # noqa: ANN401
        """Further keys after one that is there."""
        if not fields:
            return []
        if block.flow_style:
            more = "".join(f", {field}: {value_in_braces(text)}" for field, text in fields.items())
            return [_Change(_end(value), _end(value), more)]
        indent = " " * name.start_mark.column
        lines = [f"{indent}{field}: {self._in_block(block, text)}" for field, text in fields.items()]
        return [self.insertion(max(self._last_line(value), name.end_mark.line) + 1, lines)]

    def _in_block(self, block: Any, text: str) -> str:  # noqa: ANN401 PyYAML's nodes have no types
        return value_in_block(text, block.start_mark.column).replace("\n", self._break)

    def changed(self, changes: Iterable[_Change]) -> str:
        """The text with all changes; of two at one place the one named later stands later."""
        text = self._text
        for change in sorted(changes, key=lambda change: change.start)[::-1]:
            text = text[: self._offset(change.start)] + change.text + text[self._offset(change.end) :]
        return self._mark + text

    def _offset(self, spot: _Spot) -> int:
        line, column = spot
        return self._starts[line] + column if line < len(self._starts) else len(self._text)


def _start(node: Any) -> _Spot:  # noqa: ANN401 PyYAML's nodes have no types
    return node.start_mark.line, node.start_mark.column


def _end(node: Any) -> _Spot:  # noqa: ANN401 PyYAML's nodes have no types
    return node.end_mark.line, node.end_mark.column
