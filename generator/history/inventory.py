"""All named things of a handbook by an identity that outlives renames and moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.history.changes import Path, PlanName, Spot
from generator.model.control import Plan
from generator.model.element import Element, nested_fields
from generator.model.governance import RequirementCatalog
from generator.model.handbook import Handbook

Key = tuple[str, ...]
_ROOT = "plans"


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing and where it stands. `parent` is the named thing around it; a plan has none."""

    key: Key
    element: Element
    root: Element
    plan: PlanName
    path: Path
    parent: Key | None = None

    @property
    def kind(self) -> str:
        """What it is, in a word: `scenario`, `step`, `channel`."""
        return self.element.kind or type(self.element).__name__.lower()

    @property
    def id(self) -> str:
        return str(getattr(self.element, "id", ""))

    @property
    def title(self) -> str:
        """Its name for readers, or the instruction that it is; the id where it has neither."""
        fields = ("title", "name", "term", "do")
        return next((str(text) for field in fields if (text := getattr(self.element, field, None))), self.id)

    @property
    def field(self) -> str:
        """The list of the parent that it stands in."""
        return str(self.path[-2]) if self.path else ""

    def spot(self, *path: str | int) -> Spot:
        """A place in it."""
        whole = (*self.path, *path)
        return Spot(self.plan.key, whole, self.root.position(*whole))


def inventory(handbook: Handbook) -> dict[Key, Entry]:
    """Plans and everything in them that has an id, in order of writing."""
    return {entry.key: entry for part in handbook.parts for entry in _entries(_plan_entry(part))}


def is_named(element: object) -> bool:
    """Whether a thing has an id of its own."""
    return isinstance(element, Element) and "id" in type(element).model_fields


def named_fields(element: Element) -> Iterator[str]:
    """Lists of a thing that hold named things."""
    return (name for name in nested_fields(type(element)) if any(map(is_named, _items(element, name))))


def _items(element: Element, name: str) -> tuple[object, ...]:
    value = getattr(element, name)
    return value if isinstance(value, tuple) else ()


def _plan_entry(part: Element) -> Entry:
    kind, name = type(part).__name__, str(getattr(part, "id", ""))
    title = part.title if isinstance(part, Plan | RequirementCatalog) else "Settings"
    return Entry((kind, name), part, part, PlanName(kind, name, title, _file(part)), ())


def _file(part: Element) -> str:
    name = part.position().file
    parts = PurePosixPath(name).parts
    return "/".join(parts[parts.index(_ROOT) + 1 :]) if _ROOT in parts else name


def _entries(entry: Entry) -> Iterator[Entry]:
    yield entry
    for field in named_fields(entry.element):
        for number, child in enumerate(getattr(entry.element, field)):
            path = (*entry.path, field, number)
            yield from _entries(Entry(_key(child, entry), child, entry.root, entry.plan, path, entry.key))


def _key(child: Element, parent: Entry) -> Key:
    """Ids of a kind are unique in the handbook; those of steps and phases only in their plan."""
    name = str(child.id)  # type: ignore[attr-defined]
    return (child.kind, name) if child.kind else (type(child).__name__, parent.plan.id, name)
