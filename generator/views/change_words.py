"""A comparison in words, whatever the form of the report: headings and lines, grouped by plan and thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby

from generator.history.changes import (
    Change,
    Comparison,
    Effect,
    Kind,
    Part,
    PlanName,
    Spot,
    Subject,
    Topic,
    Value,
)
from generator.history.fields import EDITION_FIELDS
from generator.history.grouping import PlanChanges
from generator.i18n.formats import Formats
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.model.control import DocumentControl
from generator.model.element import Element
from generator.views.change_editions import fresh_revisions
from generator.views.change_labels import kind_label, phase_label
from generator.views.change_pieces import Told, filled, joined, listed, said, text_of
from generator.views.change_texts import lists_named_by_text
from generator.views.change_values import Values
from generator.views.change_wording import wording

MARKS = {Effect.STRENGTHENED: "▲", Effect.WEAKENED: "▼", Effect.NEUTRAL: "·"}
_SEMICOLON = _("; ")
_SETTINGS = "Settings"
_WHOLE = 2_000
"""Characters of a value on a page, where there is room for all of it."""
_FEW = 3
"""So many days of a check are told one by one."""
_STEP = 70
"""Characters of what a step does where another thing names it."""
_ALONE = {Kind.CAME: _("new"), Kind.WENT: _("removed")}
_WITH_FACTS = {Kind.CAME: _("new: %(facts)s"), Kind.WENT: _("removed: %(facts)s")}
_IN_FIELD = {Kind.CAME: _("%(field)s, new: %(value)s"), Kind.WENT: _("%(field)s, removed: %(value)s")}
_IN_LIST = {Kind.CAME: _("added to %(field)s: %(values)s"), Kind.WENT: _("removed from %(field)s: %(values)s")}


def _is_check_day(change: Change) -> bool:
    return change.topic is Topic.CHECK and isinstance(change.before, date) and isinstance(change.after, date)


@dataclass(frozen=True, slots=True)
class Line:
    """What one change, or several of one list, come to. Segments show what was removed and added within a text."""

    effect: Effect
    words: Told
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines about one thing; about the plan itself without a heading."""

    heading: str
    lines: tuple[Line, ...]
    subject: Subject


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts the changes of one comparison into words of one language."""

    values: Values
    plans: Comparison
    steps: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What steps do, by ids of plan and step, for readers who do not know their ids."""

    @classmethod
    def of(cls, comparison: Comparison) -> Teller:
        """In English, in few words."""
        return cls(Values(comparison.titles), comparison)

    @classmethod
    def for_pages(
        cls,
        comparison: Comparison,
        translator: Translator,
        steps: Mapping[tuple[str, str], str],
        clean: Callable[[str], str],
    ) -> Teller:
        """In the language of a page, without cutting values short; `clean` takes away the markup of plans."""
        return cls(Values(comparison.titles, translator, Formats.of(translator), _WHOLE, clean), comparison, steps)

    def title(self, plan: PlanName) -> Told:
        """What a plan is called."""
        if plan.kind == _SETTINGS:
            return said(self.values.label(_("Settings")))
        return self.values.text(plan.title, _WHOLE)

    def blocks(self, plan: PlanChanges, inside: bool = False) -> Iterator[Block]:
        """What changed in a plan, thing by thing; what came or went as a whole is told in one line.

        With `inside`, things that came or went with something else have lines of their own.
        """
        told = [change for change in plan.changes if inside or not change.inside]
        days = [change for change in told if _is_check_day(change)]
        if len(days) > _FEW:
            told = [change for change in told if not _is_check_day(change)]
        for _key, changes in groupby(told, key=_thing):
            mine = tuple(changes)
            subject = mine[0].subject
            yield Block("" if subject.is_plan else self.heading(subject), tuple(self.lines(mine)), subject)
        if len(days) > _FEW:
            yield self._check_days(days)

    def _check_days(self, days: list[Change]) -> Block:
        """Days on which many things of a plan were looked at, in one line."""
        plan = days[0].subject.plan
        latest = max(change.after for change in days if isinstance(change.after, date))
        words = self._filled(
            _("days of the latest check: %(number)s brought up to date, the last %(day)s"),
            number=str(len(days)),
            day=self.values.told(latest),
        )
        subject = Subject(plan, "plan", plan.id, plan.title)
        return Block("", (Line(Effect.NEUTRAL, words, tuple(days)),), subject)

    def heading(self, subject: Subject) -> str:
        """Which thing it is."""
        kind = kind_label(subject.kind, self.values.translator)
        title = "" if subject.title == subject.id else f" {text_of(self.name(subject, 90))}"
        return f"{kind} `{subject.id}`{title}"

    def name(self, subject: Subject, most: int = 0) -> Told:
        """What a thing is called; its id where it has no other name."""
        if subject.title == subject.id:
            return self.values.name(subject.id, most)
        return self.values.title(subject.kind, subject.title, most)

    def lines(self, changes: Iterable[Change]) -> Iterator[Line]:
        """A line for each change; items of one list that came or went together share a line."""
        for (_within, _field, kind, effect, in_list), group in groupby(changes, key=_together):
            mine = tuple(group)
            if in_list:
                values = self.values.enumerated(self._value(change) for change in mine)
                place = self._place(mine[0].subject)
                yield Line(effect, self._filled(_IN_LIST[kind], field=place, values=values), mine)
            else:
                for change in mine:
                    yield Line(effect, self._words(change), (change,))

    def weakened(self, changes: Iterable[Change]) -> Iterator[Line]:
        """What got weaker, told outside its plan, so with the names of plan and thing."""
        found = [change for change in changes if change.effect is Effect.WEAKENED and not change.inside]
        for _key, of_thing in groupby(found, key=lambda change: (change.subject.plan, *_thing(change))):
            for line in self.lines(of_thing):
                subject = line.changes[0].subject
                kind = kind_label(subject.kind, self.values.translator)
                thing = "" if subject.is_plan else f" › {kind} `{subject.id}`"
                place = joined([self.title(subject.plan), thing])
                yield replace(line, words=self._filled(_("%(field)s: %(value)s"), field=place, value=line.words))

    def _words(self, change: Change) -> Told:
        before, after, place = change.before, change.after, self._place(change.subject)
        if change.kind is Kind.MOVED:
            return self._moved(change, place)
        if change.kind is not Kind.CHANGED:
            return self._one_sided(change, place)
        if isinstance(before, DocumentControl) and isinstance(after, DocumentControl):
            return listed(self._editions(before, after), self.values.label(_SEMICOLON))
        if is_text(change) and isinstance(before, str) and isinstance(after, str):
            return self._filled(_("%(field)s: %(value)s"), field=place, value=wording(before, after, self.values))
        sides = self._told(before, change.subject), self._told(after, change.subject)
        return self._filled(_("%(field)s: %(before)s → %(after)s"), field=place, before=sides[0], after=sides[1])

    def _one_sided(self, change: Change, place: Told) -> Told:
        """Something is in one edition only."""
        if not change.subject.field:
            return self._whole(change)
        if _is_item(change):
            return self._filled(_IN_LIST[change.kind], field=place, values=self._value(change))
        return self._filled(_IN_FIELD[change.kind], field=place, value=self._value(change))

    def _whole(self, change: Change) -> Told:
        """A named thing came or went; the heading has its name."""
        element = change.before if change.after is None else change.after
        facts = self.values.facts(element) if isinstance(element, Element) else ()
        return self._filled(_WITH_FACTS[change.kind], facts=facts) if facts else self._filled(_ALONE[change.kind])

    def _value(self, change: Change) -> Told:
        return self._told(change.before if change.after is None else change.after, change.subject)

    def _told(self, value: Value, subject: Subject) -> Told:
        if type(value) is str and not subject.refers and (step := self.steps.get((subject.plan.id, value))):
            return self.values.text(step, _STEP)
        return self.values.told(value, subject.refers, subject.field)

    def _place(self, subject: Subject) -> Told:
        """The way from the thing to the field, in words."""
        parts = [self._part(subject.kind, part) for part in subject.within]
        if subject.field:
            parts.append(said(self.values.field(subject.kind, subject.field)))
        return listed(parts, " › ")

    def _part(self, kind: str, part: Part) -> Told:
        label = self.values.field(kind, part.field)
        if not part.name:
            return said(label)
        role = self.values.titles.get(("role", part.name))
        words = role is not None or part.field in lists_named_by_text()
        name = (self.values.text if words else self.values.name)(role or part.name, 50)
        return self._filled(_("%(field)s “%(name)s”"), field=label, name=name)

    def _moved(self, change: Change, place: Told) -> Told:
        before, after = change.before, change.after
        if isinstance(before, tuple) and isinstance(after, tuple):
            order = listed(self._movers(before, after, change.subject), self.values.label(_SEMICOLON))
            return self._filled(_("%(field)s, order: %(order)s"), field=place, order=order)
        if change.was and not change.was.path:
            return self._filled(_("file: %(before)s → %(after)s"), before=str(before), after=str(after))
        sides = self._around(change.was, str(before)), self._around(change.now, str(after))
        return self._filled(_("moved from %(before)s to %(after)s"), before=sides[0], after=sides[1])

    def _around(self, spot: Spot | None, thing: str) -> Told:
        """What a thing stands in: a plan, or something in a plan with the name of the plan behind it."""
        editions = self.plans.plans.get(spot.plan) if spot else None
        for plan in (editions.before, editions.after) if editions else ():
            if plan and thing.endswith(behind := f" ({plan.title})"):
                return joined([self._part_of_plan(thing.removesuffix(behind)), " (", self.title(plan), ")"])
        return self._part_of_plan(thing)

    def _part_of_plan(self, title: str) -> Told:
        phase = phase_label(title, self.values.translator)
        return said(phase) if phase != title else self.values.text(title, _WHOLE)

    def _movers(self, before: tuple[str, ...], after: tuple[str, ...], subject: Subject) -> Iterator[Told]:
        """The fewest items that account for the new order, each with the one it follows now."""
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        steady = {name for start, _at, size in matcher.get_matching_blocks() for name in before[start : start + size]}
        for number, name in enumerate(after):
            if name not in steady:
                item = self._told(name, subject)
                if number:
                    other = self._told(after[number - 1], subject)
                    yield self._filled(_("“%(item)s” is now after “%(other)s”"), item=item, other=other)
                else:
                    yield self._filled(_("“%(item)s” is now first"), item=item)

    def _editions(self, before: DocumentControl, after: DocumentControl) -> Iterator[Told]:
        for name in EDITION_FIELDS[:-1]:
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                sides = self.values.told(old), self.values.told(new)
                label = self.values.field("plan", name)
                yield self._filled(_("%(field)s %(before)s → %(after)s"), field=label, before=sides[0], after=sides[1])
        for revision in fresh_revisions(before, after):
            change = self.values.text(revision.change)
            yield self._filled(_("revision %(version)s: %(change)s"), version=revision.version, change=change)
        edited = [entry.version for entry in before.history if entry not in after.revisions]
        if edited:
            versions = self.values.enumerated(map(said, edited))
            yield self._filled(_("history rewritten for version %(versions)s"), versions=versions)

    def _filled(self, label: str, **parts: Told | str) -> Told:
        return filled(self.values.label(label), **parts)


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
    return change.kind in _IN_LIST and bool(change.subject.field) and is_last


def is_text(change: Change) -> bool:
    """Words, in which a part may change; ids and fixed values are told whole."""
    return not change.subject.refers and type(change.before) is str and " " in f"{change.before}{change.after}".strip()
