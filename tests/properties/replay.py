"""Applies the changes that a comparison tells to the earlier edition, knowing nothing of how they were found.

An edition is plain data: values of fields by plan. What is left to differ from the later edition was not told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.history.changes import Change, Kind, PlanKey, Spot, Value
from generator.history.fields import EDITION_FIELDS
from generator.model.control import DocumentControl
from generator.model.element import Element
from generator.model.handbook import Handbook

Data = dict[PlanKey, Any]


@dataclass(frozen=True, slots=True)
class _Gone:
    """Holds the place of an item that goes or moves, so that places of before keep their numbers."""

    value: Any


def data_of(handbook: Handbook) -> Data:
    """The values of an edition, by the key of the plan."""
    return {(type(part).__name__, str(getattr(part, "id", ""))): part.model_dump() for part in handbook.parts}


def replayed(before: Handbook, changes: Iterable[Change]) -> Data:
    """What the earlier edition becomes by the changes."""
    data, told = data_of(before), list(changes)
    roots = [change for change in told if not _path(change)]
    inner = [change for change in told if _path(change)]
    moved = _take_out(data, inner)
    # Inner lists first: an order that was set no longer has the places of before.
    for change in sorted(filter(_is_order, inner), key=lambda change: -len(_path(change))):
        _reorder(data, change)
    _tidy(data)
    _tidy(list(moved.values()))
    _put_in(data, inner, moved)
    for change in roots:
        if change.kind is Kind.WENT and change.was:
            del data[change.was.plan]
        elif change.kind is Kind.CAME and change.now:
            data[change.now.plan] = _plain(change.after)
    return data


def _take_out(data: Data, changes: list[Change]) -> dict[int, Any]:
    """Edit values where they stood, and mark what goes; gives what moves elsewhere. Places are those of before."""
    edits = [change for change in changes if change.kind is Kind.CHANGED]
    for change in edits:
        holder, last = _holder(data, change.was)
        if isinstance(change.before, DocumentControl):
            holder[last] |= {field: _plain(change.after)[field] for field in EDITION_FIELDS}
        else:
            holder[last] = _plain(change.after)
    for change in (change for change in changes if change.kind is Kind.WENT and change.subject.field):
        _mark(data, change.was)
    leaving = [change for change in changes if change.kind is Kind.MOVED and not _is_order(change)]
    moved = {id(change): _at(data, change.was) for change in leaving}
    for change in leaving:
        _mark(data, change.was)
    going = [change for change in changes if change.kind is Kind.WENT and not change.subject.field]
    for change in sorted(going, key=lambda change: -len(_path(change))):
        _mark(data, change.was)
    return moved


def _put_in(data: Data, changes: list[Change], moved: dict[int, Any]) -> None:
    """Insert what comes where it stands now, outer things first and front ones first."""
    new_places = {change.now.plan: set[Any]() for change in changes if change.now}
    coming = [change for change in changes if change.now and (change.kind is Kind.CAME or id(change) in moved)]
    for change in sorted(coming, key=lambda c: (len(c.now.path), [str(s).zfill(6) for s in c.now.path])):  # type: ignore[union-attr]
        assert change.now
        inside = any(change.now.path[:length] in new_places[change.now.plan] for length in range(len(change.now.path)))
        if inside or change.now.plan not in data:
            continue
        holder, last = _holder(data, change.now)
        value = moved[id(change)] if id(change) in moved else _plain(change.after)
        if isinstance(last, int):
            holder.insert(last, value)
        else:
            holder[last] = value
        if id(change) not in moved:
            new_places[change.now.plan].add(change.now.path)


def _reorder(data: Data, change: Change) -> None:
    holder, last = _holder(data, change.was)
    assert isinstance(change.before, tuple)
    assert isinstance(change.after, tuple)
    stayed = [item for item in holder[last] if not isinstance(item, _Gone)]
    items = dict(zip(change.before, stayed, strict=True))
    holder[last] = [items[name] for name in change.after]


def _mark(data: Data, spot: Spot | None) -> None:
    holder, last = _holder(data, spot)
    holder[last] = _Gone(holder[last]) if isinstance(last, int) else None


def _tidy(data: Any) -> None:
    """Close the gaps in lists."""
    for child in data.values() if isinstance(data, dict) else data:
        if isinstance(child, dict | list):
            _tidy(child)
    if isinstance(data, list):
        data[:] = [child for child in data if not isinstance(child, _Gone)]


def _at(data: Data, spot: Spot | None) -> Any:
    holder, last = _holder(data, spot)
    return holder[last]


def _holder(data: Data, spot: Spot | None) -> tuple[Any, Any]:
    """What holds the value of a place, with the key of the value in it; tuples on the way become lists."""
    assert spot
    place: Any = data[spot.plan]
    for segment in spot.path[:-1]:
        place[segment] = list(place[segment]) if isinstance(place[segment], tuple) else place[segment]
        place = place[segment].value if isinstance(place[segment], _Gone) else place[segment]
    return place, spot.path[-1]


def _plain(value: Value) -> Any:
    return value.model_dump() if isinstance(value, Element) else value


def _is_order(change: Change) -> bool:
    return change.kind is Kind.MOVED and bool(change.subject.field)


def _path(change: Change) -> tuple[str | int, ...]:
    spot = change.was or change.now
    return spot.path if spot else ()


def normal(data: Any) -> Any:
    """The same data without a difference of lists and tuples."""
    if isinstance(data, dict):
        return {key: normal(value) for key, value in data.items()}
    return [normal(value) for value in data] if isinstance(data, list | tuple) else data
