"""Whatever stands in a plan file, the outcome is a handbook or findings."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading import PlanFile, load_handbook
from generator.model.element import Element
from generator.model.places import PLAN_MODELS
from generator.source import read_document
from tests.properties.places import PROPERTY, check_outcome
from tests.unit.loading.small_handbook import SMALL, SmallHandbook

PLACES = st.sampled_from([pattern.replace("*", "any") for pattern, _ in PLAN_MODELS])


def _names(model: type[Element]) -> set[str]:
    return set(model.model_fields).union(*(_names(child) for child in model.__subclasses__()))


KEYS = st.sampled_from(sorted(_names(Element)))
WORDS = st.sampled_from([
    "30 min", "3 moons", "2026-02-30", "2026-10-20", "CNY 5", "keeper", "fire", "detect", "legal", "1.0.0", "",
    "FIRE-1", "en", "Asia/Shanghai", "../etc", "a" * 99, "火", "level-3", "approved", "09:30", "*", "{x}",
    "9" * 30 + " years",
])  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers(-(10**40), 10**40) | st.floats() | WORDS | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


def as_yaml(value: Any) -> bytes:
    """JSON is YAML, if no text holds what only JSON escapes."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", errors="replace")


def load_one(inside: str, data: bytes) -> None:
    check_outcome(load_handbook([PlanFile(f"plans/{inside}", inside, data)], "plans"))


@settings(PROPERTY, max_examples=150)
@given(PLACES, st.binary(max_size=300))
def test_any_bytes_as_any_plan_file_give_a_handbook_or_findings(inside: str, data: bytes) -> None:
    load_one(inside, data)


@settings(PROPERTY, max_examples=100)
@given(st.text(max_size=30), st.binary(max_size=30))
def test_a_file_at_any_place_gives_a_handbook_or_findings(inside: str, data: bytes) -> None:
    load_one(inside, data)


@settings(PROPERTY, max_examples=300)
@given(PLACES, st.dictionaries(KEYS, VALUES, max_size=8))
def test_any_data_with_known_keys_gives_a_handbook_or_findings(inside: str, data: dict[str, Any]) -> None:
    load_one(inside, as_yaml(data))


def _paths(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, child in entries for path in ((*at, key), *_paths(child, (*at, key)))]


def _replaced(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    if not path:
        return new
    first, *rest = path
    if isinstance(value, dict):
        return {key: _replaced(child, tuple(rest), new) if key == first else child for key, child in value.items()}
    return [_replaced(child, tuple(rest), new) if number == first else child for number, child in enumerate(value)]


@settings(PROPERTY, max_examples=200)
@given(st.data())
def test_any_value_in_any_place_of_a_valid_plan_gives_a_handbook_or_findings(data: st.DataObject) -> None:
    inside = data.draw(st.sampled_from(sorted(SMALL)), "file")
    root = read_document(SMALL[inside].encode(), "f").root
    path = data.draw(st.sampled_from(_paths(root)), "path")
    changed = _replaced(root, path, data.draw(VALUES, "value"))
    check_outcome(SmallHandbook().with_file(inside, as_yaml(changed).decode().replace("«", "")).load())
