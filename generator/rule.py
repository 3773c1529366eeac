"""What a rule of the checker is, and what it yields. A rule names places in the model; text comes later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.analysis.facts import Facts
from generator.finding import Edit, Level
from generator.model.element import Element
from generator.position import Position


@dataclass(frozen=True, slots=True)
class Place:
    """An element of the handbook, or the field or item at `path` in it."""

    element: Element
    path: tuple[str | int, ...] = ()

    @classmethod
    def of(cls, element: Element, *path: str | int) -> Place:
        return cls(element, path)

    @property
    def position(self) -> Position:
        return self.element.position(*self.path)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a problem, with a caption such as "the deadline there"."""

    place: Place
    caption: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: where, what is wrong, what would be right, and how to get there.

    `edits` mend it without a human choice; a rule gives them only where nothing else can be meant.
    """

    place: Place
    message: str
    expected: str = ""
    remedy: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()


Check = Callable[[Facts], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its manual.

    `summary` says in one line what a finding means. `what`, `why` and `fix` are Markdown. `sources` are standards,
    laws or "House rule". `thresholds` are the names of the settings it compares with. `bad`, `good` and `report` are
    an example that breaks the rule, one that keeps it, and what the checker says of the first. Findings of a rule that
    is not `waivable` stay open whatever a waiver says.
    """

    id: str
    family: str
    level: Level
    summary: str
    what: str
    why: str
    fix: str
    sources: tuple[str, ...]
    thresholds: tuple[str, ...]
    check: Check
    bad: str
    good: str
    report: str
    waivable: bool = True
