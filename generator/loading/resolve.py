"""Check that every id is given once and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.finding import Finding, RelatedPlace
from generator.loading.explain import did_you_mean, listed
from generator.model.element import Element, kinds_defined_in, reference_fields
from generator.model.handbook import Index
from generator.source import PositionedMapping


def duplicate_ids(parts: Iterable[Element]) -> Iterator[Finding]:
    """Two elements of one kind with the same id."""
    first: dict[tuple[str, str], Element] = {}
    for part in parts:
        for element in part.walk():
            if element.kind is None:
                continue
            key = (element.kind, element.id)  # type: ignore[attr-defined]
            if key in first:
                yield _duplicate(element, first[key])
            else:
                first[key] = element


def _duplicate(element: Element, first: Element) -> Finding:
    kind = spoken(element.kind or "")
    return Finding(
        "id-duplicate",
        f"There are two elements of kind {kind} with the id `{element.id}`.",  # type: ignore[attr-defined]
        element.position("id"),
        expected=f"an id that no other {kind} has",
        remedy="Rename one of them, and what refers to it.",
        related=(RelatedPlace(first.position("id"), "first given here"),),
    )


@dataclass(frozen=True, slots=True)
class Unread:
    """What files with errors may define: references to it can't be judged, and are not reported."""

    ids: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def and_file(self, root: PositionedMapping | None, model: type[Element] | None) -> Unread:
        """Add a file that did not become a plan; without a root, all it might define is unknown."""
        if root is None:
            return Unread(self.ids, self.kinds | (kinds_defined_in(model) if model else frozenset()))
        return Unread(self.ids | frozenset(_written_ids(root)), self.kinds)

    def and_kinds(self, kinds: frozenset[str]) -> Unread:
        """Add kinds of which some ids could not be read."""
        return Unread(self.ids, self.kinds | kinds)


def _written_ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for child in value.values():
            yield from _written_ids(child)
    elif isinstance(value, list):
        for child in value:
            yield from _written_ids(child)


def dangling_references(parts: Iterable[Element], index: Index, unread: Unread) -> Iterator[Finding]:
    """References to ids that no element of the kind has."""
    for part in parts:
        for element in part.walk():
            for field, kind in reference_fields(type(element)).items():
                if kind not in unread.kinds:
                    yield from _dangling(element, field, kind, index, unread.ids)


def _dangling(element: Element, field: str, kind: str, index: Index, unread: frozenset[str]) -> Iterator[Finding]:
    known = index.get(kind, {})
    name = spoken(kind)
    article = "an" if name[0] in "aeiou" else "a"
    value = getattr(element, field)
    targets = value if isinstance(value, tuple) else (value,)
    for number, target in enumerate(targets):
        if target is None or target in known or target in unread:
            continue
        path = (field, number) if isinstance(value, tuple) else (field,)
        guess = did_you_mean(target, known)
        yield Finding(
            "reference-unknown",
            f"`{field}` names the {name} `{target}`, which does not exist.",
            element.position(*path),
            expected=f"the id of {article} {name}: {listed(known)}" if known else f"{article} {name} to refer to",
            remedy=guess or f"Define {article} {name} with the id `{target}`, or name another.",
        )


def spoken(kind: str) -> str:
    """The name of a kind in a sentence."""
    return kind.replace("-", " ")
