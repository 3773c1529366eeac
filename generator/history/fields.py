"""Differences within one thing that is in both editions: its fields and its nameless parts, to any depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.history.changes import Change, Effect, Kind, Part, Path, Subject, Topic, Value
from generator.history.concerns import roles_in
from generator.history.inventory import Entry, is_named
from generator.history.meaning import effect_of_value
from generator.history.meanings import meaning_of
from generator.history.pairing import alike_elements, alike_words, item_name, names, never_alike, paired
from generator.model.control import DocumentControl
from generator.model.element import Element, reference_fields, text_fields
from generator.model.severity import Criterion

EDITION_FIELDS = ("version", "status", "approved_on", "effective_on", "revisions")
"""Fields of document control that say which edition of a plan this is; they change together and are told as one."""

_NOBODYS = frozenset({Topic.CONTROL, Topic.CHECK})
"""How plans are written, and on which day they were looked at, is nobody's part in them."""
Roles = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Where:
    """A thing in both editions, or a nameless part of it: the way there, and the roles concerned before and after."""

    was: Entry
    now: Entry
    roles: Roles
    path_was: Path = ()
    path_now: Path = ()
    within: tuple[Part, ...] = ()

    def part(self, field: str) -> Where:
        """The only part in a field."""
        return replace(
            self,
            path_was=(*self.path_was, field),
            path_now=(*self.path_now, field),
            within=(*self.within, Part(field)),
        )

    def item(self, field: str, numbers: tuple[int, int], items: tuple[Element, Element]) -> Where:
        """An item of a list."""
        return replace(
            self,
            path_was=(*self.path_was, field, numbers[0]),
            path_now=(*self.path_now, field, numbers[1]),
            within=(*self.within, Part(field, item_name(items[0]))),
            roles=(self.roles[0] | roles_in(items[0]), self.roles[1] | roles_in(items[1])),
        )

    def at(self, model: type[Element], field: str) -> Field:
        """A field of it."""
        return Field(self, model, field)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a thing that is in both editions; makes the changes in it."""

    where: Where
    model: type[Element]
    name: str

    def differs(self, before: Value, after: Value, was: Path = (), now: Path = ()) -> Change:
        """One value, or item, stands for another; None for one that is not there. The paths lead on from the field."""
        where, meaning = self.where, meaning_of(self.model, self.name)
        around = (frozenset[str](), frozenset[str]()) if meaning.topic in _NOBODYS else where.roles
        items = (roles_in(value) if isinstance(value, Element) else frozenset[str]() for value in (before, after))
        # Where only one edition has the value, the roles of the thing around it are concerned all the same.
        before_roles, after_roles = (mine | more for mine, more in zip(around, items, strict=True))
        return Change(
            kind=Kind.CAME if before is None else Kind.WENT if after is None else Kind.CHANGED,
            subject=self._subject(),
            before=before,
            after=after,
            effect=effect_of_value(meaning.direction, before, after),
            topic=meaning.topic,
            was=None if before is None else where.was.spot(*where.path_was, self.name, *was),
            now=None if after is None else where.now.spot(*where.path_now, self.name, *now),
            roles_before=before_roles,
            roles_after=after_roles,
        )

    def reordered(self, before: tuple[str, ...], after: tuple[str, ...]) -> Change:
        """The same items stand in another order."""
        change = self.differs(before, after)
        return replace(change, kind=Kind.MOVED, effect=Effect.NEUTRAL)

    def _subject(self) -> Subject:
        now = self.where.now
        refers = reference_fields(self.model).get(self.name, "")
        return Subject(now.plan, now.kind, now.id, now.title, self.where.within, self.name, refers)


def field_changes(before: Element, after: Element, where: Where) -> Iterator[Change]:
    """All differences of two things of one type, apart from the named things in them."""
    # Which edition of a plan it is comes before what is new in it.
    for name in sorted(type(after).model_fields, key=lambda name: name != "control"):
        old, new = getattr(before, name), getattr(after, name)
        if (isinstance(after, DocumentControl) and name in EDITION_FIELDS) or holds_named(old) or holds_named(new):
            continue
        if old != new:
            changes = _value_changes(old, new, where, where.at(type(after), name))
            yield from (_unjudged(changes) if _ends_a_range(before, after, name) else changes)


def _ends_a_range(before: Element, after: Element, name: str) -> bool:
    """Whether this is the upper end of a grade: what lies above it belongs to another grade, which tells the effect."""
    if not isinstance(before, Criterion) or not isinstance(after, Criterion):
        return False
    return name == "below" and before.at_least is not None and after.at_least is not None


def _unjudged(changes: Iterator[Change]) -> Iterator[Change]:
    return (replace(change, effect=Effect.NEUTRAL) for change in changes)


def holds_named(value: object) -> bool:
    """Whether a value is a list of things that have ids of their own."""
    return isinstance(value, tuple) and bool(value) and is_named(value[0])


def _value_changes(old: Value, new: Value, where: Where, field: Field) -> Iterator[Change]:
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _list_changes(old, new, where, field)
    elif isinstance(old, Element) and isinstance(new, Element):
        if isinstance(old, DocumentControl) and isinstance(new, DocumentControl):
            yield from _edition_changes(old, new, field)
        yield from field_changes(old, new, where.part(field.name))
    else:
        yield field.differs(old, new)


def _edition_changes(old: DocumentControl, new: DocumentControl, field: Field) -> Iterator[Change]:
    if any(getattr(old, name) != getattr(new, name) for name in EDITION_FIELDS):
        change = replace(field.differs(old, new), topic=Topic.CONTROL)
        if old.retired != new.retired:
            change = replace(change, effect=Effect.WEAKENED if new.retired else Effect.STRENGTHENED)
        yield change


def _list_changes(old: tuple[Any, ...], new: tuple[Any, ...], where: Where, field: Field) -> Iterator[Change]:
    pairing = paired(old, new, _likeness(field, old or new))
    for number in pairing.went:
        yield field.differs(old[number], None, was=(number,))
    steady = {there: here for here, there in pairing.pairs}
    for number, item in enumerate(new):
        if number not in steady:
            yield field.differs(None, item, now=(number,))
        elif isinstance(item, Element):
            before = old[steady[number]]
            yield from field_changes(before, item, where.item(field.name, (steady[number], number), (before, item)))
        elif item != old[steady[number]]:
            yield field.differs(old[steady[number]], item, was=(steady[number],), now=(number,))
    if pairing.reordered:
        old_names = names(old)
        order = tuple(old_names[steady[number]] for number in sorted(steady))
        yield field.reordered(tuple(old_names[here] for here, _ in pairing.pairs), order)


def _likeness(field: Field, items: tuple[Any, ...]) -> Callable[[Any, Any], float]:
    """How alike items are; an id of a role may stand in for another, as then a role has moved."""
    if isinstance(items[0], Element):
        return alike_elements
    if field.name in text_fields(field.model):
        return alike_words
    return _role_for_role if reference_fields(field.model).get(field.name) == "role" else never_alike


def _role_for_role(_one: object, _other: object) -> float:
    return 1.0
