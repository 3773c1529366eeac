"""What the tree builder needs to know of PyYAML's events, whose own types leave the marks optional."""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """A place; line and column start at 0 and count characters."""

    line: int
    column: int


class Event(Protocol):
    """Any event."""

    start_mark: Mark
    end_mark: Mark


class ScalarEvent(Event, Protocol):
    """A scalar; `implicit[0]` is true if it stood without quotes, or after the tag "!"."""

    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    value: str


class AliasEvent(Event, Protocol):
    """A repetition."""

    anchor: str


class StartEvent(Event, Protocol):
    """The beginning of a mapping or sequence."""

    anchor: str | None
    tag: str | None
    flow_style: bool
