"""Random edits of a handbook: any value becomes another of its kind, items come, go and change places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from generator.history.changes import Path
from generator.model.duration import Duration
from generator.model.element import Element
from generator.model.handbook import Handbook
from generator.model.money import Money

_KEYS = {"id", "kind"}


def leaves(element: Element, path: Path = ()) -> list[Path]:
    """Places of single values, deep in an element; ids are no values."""
    found: list[Path] = []
    for name in type(element).model_fields:
        if name not in _KEYS:
            found += _leaves_of(getattr(element, name), (*path, name))
    return found


def _leaves_of(value: Any, path: Path) -> list[Path]:
    if isinstance(value, Element):
        return leaves(value, path)
    if isinstance(value, tuple):
        return [place for number, item in enumerate(value) for place in _leaves_of(item, (*path, number))]
    return [] if value is None else [path]


def lists(element: Element, path: Path = ()) -> list[Path]:
    """Places of lists with something in them."""
    found: list[Path] = []
    for name in type(element).model_fields:
        value = getattr(element, name)
        if isinstance(value, Element):
            found += lists(value, (*path, name))
        elif isinstance(value, tuple) and value:
            found.append((*path, name))
            for number, item in enumerate(value):
                found += lists(item, (*path, name, number)) if isinstance(item, Element) else []
    return found


def value_at(value: Any, path: Path) -> Any:
    for segment in path:
        value = value[segment] if isinstance(segment, int) else getattr(value, segment)
    return value


def with_value(element: Any, path: Path, new: Any) -> Any:
    """The element with another value in a place; nothing is checked."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return (*element[:head], with_value(element[head], rest, new), *element[head + 1 :])
    return element.model_copy(update={head: with_value(getattr(element, head), rest, new)})


def other(value: Any) -> Any:
    """Another value of the kind."""
    if isinstance(value, Enum):
        members: list[Enum] = list(type(value))
        return members[(members.index(value) + 1) % len(members)]
    if isinstance(value, Duration):
        return replace(value, amount=value.amount + 1)
    if isinstance(value, Money):
        return replace(value, amount=value.amount * 2 + 1)
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, bool):
        return not value
    return f"{value} indeed" if isinstance(value, str) else value + 1


@st.composite
def edited(draw: st.DrawFn, handbook: Handbook, most: int = 6) -> Handbook:
    """The handbook after some edits."""
    for _ in range(draw(st.integers(0, most))):
        handbook = draw(st.one_of(_value_edited(handbook), _list_edited(handbook), _thing_moved(handbook)))
    return handbook


def with_part(handbook: Handbook, number: int, part: Any) -> Handbook:
    parts: list[Any] = [*handbook.parts]
    parts[number] = part
    plans = 1 + len(handbook.plans)
    return replace(handbook, settings=parts[0], plans=tuple(parts[1:plans]), catalogs=tuple(parts[plans:]))


@st.composite
def _value_edited(draw: st.DrawFn, handbook: Handbook) -> Handbook:
    number = draw(st.integers(0, len(handbook.parts) - 1))
    part = handbook.parts[number]
    places = leaves(part)
    if not places:
        return handbook
    place = draw(st.sampled_from(places))
    return with_part(handbook, number, with_value(part, place, other(value_at(part, place))))


@st.composite
def _list_edited(draw: st.DrawFn, handbook: Handbook) -> Handbook:
    """Drop an item, double a nameless one, or change the order."""
    number = draw(st.integers(0, len(handbook.parts) - 1))
    part = handbook.parts[number]
    places = lists(part)
    if not places:
        return handbook
    place = draw(st.sampled_from(places))
    items = value_at(part, place)
    at = draw(st.integers(0, len(items) - 1))
    doubled = items if hasattr(items[at], "id") else (*items, items[at])
    new = draw(st.sampled_from([(*items[:at], *items[at + 1 :]), doubled, tuple(draw(st.permutations(items)))]))
    return with_part(handbook, number, with_value(part, place, new))


@st.composite
def _thing_moved(draw: st.DrawFn, handbook: Handbook) -> Handbook:
    """Move a step of a scenario to another of its phases."""
    numbers = [number for number, part in enumerate(handbook.parts) if getattr(part, "steps", ())]
    if not numbers:
        return handbook
    number = draw(st.sampled_from(numbers))
    phases: list[Any] = list(handbook.parts[number].phases)  # type: ignore[attr-defined]
    full = [index for index, phase in enumerate(phases) if phase.steps]
    source, target = draw(st.sampled_from(full)), draw(st.integers(0, len(phases) - 1))
    step = draw(st.sampled_from(phases[source].steps))
    left = tuple(other for other in phases[source].steps if other.id != step.id)
    phases[source] = phases[source].model_copy(update={"steps": left})
    at = draw(st.integers(0, len(phases[target].steps)))
    steps = phases[target].steps
    phases[target] = phases[target].model_copy(update={"steps": (*steps[:at], step, *steps[at:])})
    return with_part(handbook, number, with_value(handbook.parts[number], ("phases",), tuple(phases)))
