"""What is wrong, where, and how to mend it: values that every reporter can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.position import Position


class Level(StrEnum):
    """How serious a finding is; an error means that the plan cannot be relied on."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def or_worse(self) -> tuple[Level, ...]:
        """This level and the more serious ones."""
        levels = tuple(Level)
        return levels[: levels.index(self) + 1]


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place that belongs to a finding, with a caption such as "first defined here"."""

    position: Position
    caption: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a plan file: the stretch at `position`, within one line, is replaced by `text`."""

    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: `message` says what is wrong, `expected` what would be right, `remedy` how to get there.

    `subject` names the place by file and ids, so that a finding is known again when lines move. `edits` mend it.
    """

    rule: str
    message: str
    position: Position
    expected: str = ""
    remedy: str = ""
    level: Level = Level.ERROR
    related: tuple[RelatedPlace, ...] = ()
    subject: str = ""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run in file order, with the source lines needed to show excerpts."""

    findings: tuple[Finding, ...] = ()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Iterable[Finding], lines: Mapping[str, tuple[str, ...]]) -> Report:
        """Sort by place and drop what was found twice."""
        ordered = sorted(set(findings), key=lambda f: (f.position, f.level, f.rule, f.message))
        return cls(tuple(ordered), lines)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self.of_level(Level.ERROR)

    def of_level(self, *levels: Level) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.level in levels)

    def excerpt(self, position: Position) -> str | None:
        """The line a position stands on, or None for a whole file."""
        lines = self.lines.get(position.file, ())
        return lines[position.line - 1] if 0 < position.line <= len(lines) else None
