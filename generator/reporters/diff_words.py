"""A comparison in words, whatever the form of the report: headings and lines, grouped by plan and thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from generator.history.changes import Change, Comparison, Effect, Kind, Subject
from generator.history.fields import EDITION_FIELDS
from generator.history.grouping import PlanChanges, by_plan, by_role
from generator.history.wording import Fate, Segment, segments
from generator.model.control import DocumentControl
from generator.model.element import Element
from generator.reporters.diff_labels import field_label, kind_label
from generator.reporters.diff_values import Values, shortened

MARKS = {Effect.STRENGTHENED: "▲", Effect.WEAKENED: "▼", Effect.NEUTRAL: "·"}
_CONTEXT = 40
_VERBS = {Kind.CAME: "new", Kind.WENT: "removed"}
_LISTED = {Kind.CAME: "added to", Kind.WENT: "removed from"}


@dataclass(frozen=True, slots=True)
class Line:
    """What one change, or several of one list, come to. Segments show what was removed and added within a text."""

    effect: Effect
    words: tuple[Segment, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines about one thing; about the plan itself without a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Plans with what changed in them; for a role, those of one sort."""

    title: str
    plans: tuple[PlanChanges, ...]


def sections(comparison: Comparison, role: str | None) -> tuple[Section, ...]:
    """Everything, or with a role what is new for it, what it is rid of, and what changed under it."""
    if role is None:
        return (Section("", by_plan(comparison)),) if comparison.changes else ()
    mine = by_role(comparison).get(role)
    if mine is None:
        return ()
    parts = {"New": mine.gained, "No longer": mine.lost, "Changed": mine.touched}
    return tuple(
        Section(title, by_plan(replace(comparison, changes=changes))) for title, changes in parts.items() if changes
    )


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts the changes of one comparison into words."""

    values: Values

    @classmethod
    def of(cls, comparison: Comparison) -> Teller:
        return cls(Values(comparison.titles))

    def blocks(self, plan: PlanChanges) -> Iterator[Block]:
        """What changed in a plan, thing by thing; what came or went as a whole is told in one line."""
        told = [change for change in plan.changes if not change.inside]
        for _, changes in groupby(told, key=_thing):
            mine = tuple(changes)
            subject = mine[0].subject
            yield Block("" if subject.is_plan else self.heading(subject), tuple(self.lines(mine)))

    def heading(self, subject: Subject) -> str:
        """Which thing it is."""
        title = "" if subject.title == subject.id else f" {shortened(subject.title, 90)}"
        return f"{kind_label(subject.kind)} `{subject.id}`{title}"

    def lines(self, changes: Iterable[Change]) -> Iterator[Line]:
        """A line for each change; items of one list that came or went together share a line."""
        for (_, _, kind, effect, listed), group in groupby(changes, key=_together):
            mine = tuple(group)
            if listed:
                items = ", ".join(self._value(change) for change in mine)
                yield Line(effect, _plain(f"{_LISTED[kind]} {self._place(mine[0].subject)}: {items}"), mine)
            else:
                for change in mine:
                    yield Line(effect, self._words(change), (change,))

    def weakened(self, changes: Iterable[Change]) -> Iterator[Line]:
        """What got weaker, told outside its plan, so with the names of plan and thing."""
        found = [change for change in changes if change.effect is Effect.WEAKENED and not change.inside]
        for _, of_thing in groupby(found, key=lambda change: (change.subject.plan, *_thing(change))):
            for line in self.lines(of_thing):
                subject = line.changes[0].subject
                thing = "" if subject.is_plan else f" › {kind_label(subject.kind)} `{subject.id}`"
                yield replace(line, words=(Segment(Fate.SAME, f"{subject.plan.title}{thing}: "), *line.words))

    def _words(self, change: Change) -> tuple[Segment, ...]:
        before, after, place = change.before, change.after, self._place(change.subject)
        if change.kind is Kind.MOVED:
            return _plain(self._moved(change, place))
        if change.kind is not Kind.CHANGED:
            return _plain(self._one_sided(change, place))
        if isinstance(before, DocumentControl) and isinstance(after, DocumentControl):
            return _plain("; ".join(self._edition(before, after)))
        if _is_text(change) and isinstance(before, str) and isinstance(after, str):
            return Segment(Fate.SAME, f"{place}: "), *_with_context(segments(before, after))
        refers = change.subject.refers
        return _plain(f"{place}: {self.values.told(before, refers)} → {self.values.told(after, refers)}")

    def _one_sided(self, change: Change, place: str) -> str:
        """Something is in one edition only."""
        if not change.subject.field:
            return self._whole(change)
        if _is_item(change):
            return f"{_LISTED[change.kind]} {place}: {self._value(change)}"
        return f"{place}, {_VERBS[change.kind]}: {self._value(change)}"

    def _whole(self, change: Change) -> str:
        """A named thing came or went; the heading has its name."""
        element = change.before if change.after is None else change.after
        facts = self.values.facts(element) if isinstance(element, Element) else ""
        return f"{_VERBS[change.kind]}: {facts}" if facts else _VERBS[change.kind]

    def _value(self, change: Change) -> str:
        value = change.before if change.after is None else change.after
        return self.values.told(value, change.subject.refers)

    def _place(self, subject: Subject) -> str:
        """The way from the thing to the field, in words."""
        parts = []
        for part in subject.within:
            label = field_label(subject.kind, part.field)
            name = self.values.titles.get(("role", part.name), part.name)
            parts.append(f"{label} “{shortened(name, 50)}”" if name else label)
        if subject.field:
            parts.append(field_label(subject.kind, subject.field))
        return " › ".join(parts)

    def _moved(self, change: Change, place: str) -> str:
        if isinstance(change.before, tuple) and isinstance(change.after, tuple):
            refers = change.subject.refers
            return f"{place}, order: " + "; ".join(self._movers(change.before, change.after, refers))
        if change.was and not change.was.path:
            return f"file: {change.before} → {change.after}"
        return f"moved from {change.before} to {change.after}"

    def _movers(self, before: tuple[str, ...], after: tuple[str, ...], refers: str) -> Iterator[str]:
        """The fewest items that account for the new order, each with the one it follows now."""
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        steady = {name for start, _, size in matcher.get_matching_blocks() for name in before[start : start + size]}
        for number, name in enumerate(after):
            if name not in steady:
                place = f"after “{self.values.told(after[number - 1], refers)}”" if number else "first"
                yield f"“{self.values.told(name, refers)}” is now {place}"

    def _edition(self, before: DocumentControl, after: DocumentControl) -> Iterator[str]:
        for field in EDITION_FIELDS[:-1]:
            old, new = getattr(before, field), getattr(after, field)
            if old != new:
                yield f"{field_label('plan', field)} {self.values.told(old)} → {self.values.told(new)}"
        known = {revision.version for revision in before.revisions}
        fresh = [revision for revision in after.history if revision.version not in known]
        for revision in fresh:
            yield f"revision {revision.version}: {shortened(revision.change)}"
        edited = [entry.version for entry in before.history if entry not in after.revisions]
        if edited:
            yield f"history rewritten for version {', '.join(edited)}"


def _thing(change: Change) -> tuple[str, str]:
    return change.subject.kind, change.subject.id


def _together(change: Change) -> tuple[object, str, Kind, Effect, bool]:
    """Changes with the same key, one after the other, share a line if the last part of it is true."""
    value = change.before if change.after is None else change.after
    short = _is_item(change) and not isinstance(value, Element)
    return change.subject.within, change.subject.field, change.kind, change.effect, short


def _is_item(change: Change) -> bool:
    """Whether it is about a nameless item of a list that came or went."""
    spot = change.now or change.was
    is_last = spot is not None and bool(spot.path) and isinstance(spot.path[-1], int)
    return change.kind in _LISTED and bool(change.subject.field) and is_last


def _is_text(change: Change) -> bool:
    """Words, in which a part may change; ids and fixed values are told whole."""
    return not change.subject.refers and type(change.before) is str and " " in f"{change.before}{change.after}".strip()


def _plain(text: str) -> tuple[Segment, ...]:
    return (Segment(Fate.SAME, text),)


def _with_context(found: tuple[Segment, ...]) -> Iterator[Segment]:
    """Texts that stayed are cut to the words beside a change."""
    for number, segment in enumerate(found):
        if segment.fate is not Fate.SAME or len(segment.text) <= 2 * _CONTEXT:
            yield segment
            continue
        head = segment.text[:_CONTEXT].rsplit(" ", 1)[0] if number else ""
        tail = segment.text[-_CONTEXT:].split(" ", 1)[-1] if number < len(found) - 1 else ""
        yield Segment(Fate.SAME, " … ".join((head, tail)) if head and tail else f"{head} …" if head else f"… {tail}")
