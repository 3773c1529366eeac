"""Compares two editions of a handbook by the ids of what is in them, so that lines and files may move freely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.history.changes import Change, Comparison, Effect, Kind, PlanEditions, PlanKey, Subject, Topic, Value
from generator.history.concerns import Holders, roles_of_entry
from generator.history.fields import Where, field_changes
from generator.history.inventory import Entry, Key, inventory
from generator.history.limits import judged_by_limit
from generator.history.meaning import Meaning, effect_of_value
from generator.history.meanings import meaning_of, meaning_of_plan
from generator.model.control import Plan
from generator.model.governance import WaiverPlan
from generator.model.handbook import Handbook


def compare(before: Handbook, after: Handbook) -> Comparison:
    """Everything that differs, in the order of the later edition; plans that went stand at the end."""
    was, now = _Edition.of(before), _Edition.of(after)
    titles = {(entry.kind, entry.id): entry.title for edition in (was, now) for entry in edition.entries.values()}
    return Comparison(tuple(_Walk(was, now).changes()), _plans(was, now), titles)


@dataclass(frozen=True)
class _Edition:
    """One of the two sides."""

    entries: Mapping[Key, Entry]
    children: Mapping[Key, tuple[Entry, ...]]
    holders: Holders

    @classmethod
    def of(cls, handbook: Handbook) -> _Edition:
        entries = inventory(handbook)
        children: dict[Key, list[Entry]] = {}
        for entry in entries.values():
            if entry.parent is not None:
                children.setdefault(entry.parent, []).append(entry)
        return cls(entries, {key: tuple(found) for key, found in children.items()}, Holders.of(handbook))

    @property
    def roots(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries.values() if entry.parent is None)

    def inside(self, key: Key) -> tuple[Entry, ...]:
        return self.children.get(key, ())

    def roles(self, entry: Entry) -> frozenset[str]:
        return roles_of_entry(entry, self.holders)


@dataclass(frozen=True)
class _Walk:
    """The way through both editions at once."""

    was: _Edition
    now: _Edition

    def changes(self) -> Iterator[Change]:
        for root in self.now.roots:
            yield from self._at(root)
        for root in self.was.roots:
            if root.key not in self.now.entries:
                yield from self._went(root)

    def _at(self, entry: Entry, inside: bool = False) -> Iterator[Change]:
        """Changes of a thing of the later edition and of everything in it."""
        old = self.was.entries.get(entry.key)
        if old is None:
            yield self._came(entry, inside)
        else:
            yield from self._stayed(old, entry)
            for child in self.was.inside(entry.key):
                if child.key not in self.now.entries:
                    yield from self._went(child)
        for child in self.now.inside(entry.key):
            yield from self._at(child, inside=old is None and not isinstance(entry.element, WaiverPlan))
        if old is not None:
            yield from self._reordered(old, entry)

    def _came(self, entry: Entry, inside: bool) -> Change:
        meaning = self._meaning(entry, self.now)
        return Change(
            kind=Kind.CAME,
            subject=_subject(entry),
            before=None,
            after=entry.element,
            effect=effect_of_value(meaning.direction, None, entry.element),
            topic=meaning.topic,
            was=None,
            now=entry.spot(),
            roles_before=frozenset(),
            roles_after=self.now.roles(entry),
            inside=inside,
        )

    def _went(self, entry: Entry, inside: bool = False) -> Iterator[Change]:
        meaning = self._meaning(entry, self.was)
        yield Change(
            kind=Kind.WENT,
            subject=_subject(entry),
            before=entry.element,
            after=None,
            effect=effect_of_value(meaning.direction, entry.element, None),
            topic=meaning.topic,
            was=entry.spot(),
            now=None,
            roles_before=self.was.roles(entry),
            roles_after=frozenset(),
            inside=inside,
        )
        for child in self.was.inside(entry.key):
            if child.key not in self.now.entries:
                yield from self._went(child, inside=not isinstance(entry.element, WaiverPlan))

    def _stayed(self, old: Entry, new: Entry) -> Iterator[Change]:
        elsewhere = old.plan.key != new.plan.key
        before, after = self._around(old, self.was, elsewhere), self._around(new, self.now, elsewhere)
        if (old.parent, old.field) != (new.parent, new.field) or (new.parent is None and before != after):
            yield self._moved(old, new, before, after)
        changes = field_changes(old.element, new.element, Where(old, new, self._roles(old, new)))
        yield from judged_by_limit(changes, old, new)

    def _around(self, entry: Entry, edition: _Edition, elsewhere: bool) -> str:
        """What a thing stands in, for readers, with the plan if that is another one; of a plan, its file."""
        if entry.parent is None:
            return entry.plan.file
        parent = edition.entries[entry.parent]
        return f"{parent.title} ({parent.plan.title})" if elsewhere and parent.parent else parent.title

    def _moved(self, old: Entry, new: Entry, before: Value, after: Value) -> Change:
        roles_before, roles_after = self._roles(old, new)
        return Change(
            kind=Kind.MOVED,
            subject=_subject(new),
            before=before,
            after=after,
            effect=Effect.NEUTRAL,
            topic=self._meaning(new, self.now).topic if new.parent else Topic.CONTROL,
            was=old.spot(),
            now=new.spot(),
            roles_before=roles_before,
            roles_after=roles_after,
        )

    def _roles(self, old: Entry, new: Entry) -> tuple[frozenset[str], frozenset[str]]:
        return self.was.roles(old), self.now.roles(new)

    def _reordered(self, old: Entry, new: Entry) -> Iterator[Change]:
        """Lists of named things that stayed in them, where these stand in another order."""
        fields = dict.fromkeys(child.field for child in self.now.inside(new.key))
        where = Where(old, new, self._roles(old, new))
        for field in fields:
            here = [child for child in self.now.inside(new.key) if child.field == field]
            stayed = {child.key for child in self.was.inside(old.key) if child.field == field}
            after = [child for child in here if child.key in stayed]
            keys = {child.key for child in after}
            before = [child for child in self.was.inside(old.key) if child.key in keys]
            if [child.key for child in before] != [child.key for child in after]:
                order = tuple(child.id for child in before), tuple(child.id for child in after)
                yield where.at(type(new.element), field).reordered(*order)

    @staticmethod
    def _meaning(entry: Entry, edition: _Edition) -> Meaning:
        """What it means that a thing comes or goes: that is a matter of the list it stands in."""
        if entry.parent is None:
            return meaning_of_plan(type(entry.element))
        return meaning_of(type(edition.entries[entry.parent].element), entry.field)


def _subject(entry: Entry) -> Subject:
    return Subject(entry.plan, entry.kind, entry.id, entry.title)


def _plans(was: _Edition, now: _Edition) -> dict[PlanKey, PlanEditions]:
    plans: dict[PlanKey, PlanEditions] = {}
    for root in now.roots:
        plans[root.plan.key] = PlanEditions(None, root.plan, version_after=_version(root))
    for root in was.roots:
        later = plans.get(root.plan.key, PlanEditions(None, None))
        plans[root.plan.key] = replace(later, before=root.plan, version_before=_version(root))
    return plans


def _version(root: Entry) -> str:
    return root.element.control.version if isinstance(root.element, Plan) else ""
