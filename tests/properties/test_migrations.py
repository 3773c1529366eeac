"""Migrations do no harm: not to what has the form of the next schema, and not when they are made twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.migrations import STEPS, Step, Trees, migrated
from generator.source import PositionedMapping, PositionedSequence, read_document
from tests.conftest import ROOT
from tests.properties.places import PROPERTY
from tests.samples.kept import SAMPLES, trees

every_step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__module__.rpartition(".")[2])

WORDS = st.sampled_from(["Every day", "Monday to Friday", "lunes", "by arrangement", "point-1", "monday", "火", ""])
LEAVES = WORDS | st.none() | st.booleans() | st.integers() | st.text(max_size=5)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["item", "says", "days", "weekdays", "content", "id"]), inner, max_size=4)
    ),
    max_leaves=12,
)
BLOCKS = st.lists(
    st.dictionaries(st.sampled_from(["id", "days", "weekdays", "content"]), VALUES, max_size=4), max_size=3
)
FILES = st.fixed_dictionaries(
    {
        "handbook.yml": st.fixed_dictionaries({}, optional={"source_language": LEAVES | VALUES}),
        "organization/a.yml": st.fixed_dictionaries({}, optional={"shifts": BLOCKS | VALUES, "teams": BLOCKS}),
        "legal/a.yml": st.fixed_dictionaries({}, optional={"obligations": BLOCKS | VALUES, "statutes": BLOCKS}),
    }
)


def read(files: Mapping[str, Any]) -> Trees:
    roots = {
        inside: read_document(yaml.safe_dump(data, allow_unicode=True).encode(), inside).root
        for inside, data in files.items()
    }
    return {inside: root for inside, root in roots.items() if root is not None}


def shape(value: Any) -> Any:
    """A tree with all its places, to be compared."""
    if isinstance(value, PositionedMapping):
        keys = {key: (value.key_spans[key], value.value_spans[key], shape(child)) for key, child in value.items()}
        return value.file, value.span, keys
    if isinstance(value, PositionedSequence):
        return value.file, value.span, list(zip(value.item_spans, map(shape, value), strict=True))
    return type(value).__name__, value


def shapes(files: Trees) -> dict[str, Any]:
    return {inside: shape(root) for inside, root in files.items()}


@every_step
@given(files=FILES)
@PROPERTY
def test_a_step_made_twice_is_the_step_made_once(step: Step, files: Mapping[str, Any]) -> None:
    once = step(read(files))
    twice = step(once.trees)
    assert twice.rewrites == ()
    assert all(twice.trees[inside] is root for inside, root in once.trees.items())


@every_step
@given(files=FILES)
@PROPERTY
def test_a_step_changes_nothing_of_what_was_read(step: Step, files: Mapping[str, Any]) -> None:
    old = read(files)
    before = shapes(old)
    step(old)
    assert shapes(old) == before


@every_step
@given(files=FILES)
@PROPERTY
def test_what_is_rewritten_stands_on_lines_of_its_file(step: Step, files: Mapping[str, Any]) -> None:
    old = read(files)
    for inside, root in step(old).trees.items():
        assert set(spans(root)) <= set(spans(old[inside]))


@pytest.mark.parametrize(
    "book", [ROOT, ROOT / "tests/golden/libreria", ROOT / "tests/rules/base", *(s.today for s in SAMPLES)], ids=str
)
def test_a_handbook_in_the_form_of_today_is_left_alone_by_all_steps(book: Any) -> None:
    old = trees(book)
    done = migrated(old, 1)
    assert done.rewrites == ()
    assert all(done.trees[inside] is root for inside, root in old.items())


def spans(value: Any) -> list[tuple[int, int, int]]:
    """All places in a tree."""
    if isinstance(value, PositionedMapping):
        own = [value.span, *value.key_spans.values(), *value.value_spans.values()]
        return own + [span for child in value.values() for span in spans(child)]
    if isinstance(value, PositionedSequence):
        return [value.span, *value.item_spans] + [span for child in value for span in spans(child)]
    return []
