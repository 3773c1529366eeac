"""Sound plans after small edits: whatever a person deletes or copies, no rule breaks off."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checker.engine import RULE_CRASHED, Inspection
from generator.loading import LoadedHandbook, PlanFile, load_handbook
from generator.pipeline import inspect_loaded
from generator.reporters import report_as_json, report_as_text
from generator.source import read_document
from tests.properties.places import PROPERTY, check_place
from tests.rules.overlay import AS_OF, base_files

Path = tuple[str | int, ...]
# Only the file that was edited is read anew.
_READ_ONCE = cache(read_document)


@cache
def plain(inside: str) -> Any:
    """A file of the base as plain data."""
    file = next(file for file in base_files() if file.inside == inside)
    return json.loads(json.dumps(read_document(file.data, file.path).root))


@cache
def values(inside: str) -> dict[Path, Any]:
    """Every value of a file by its path."""

    def walk(value: Any, path: Path) -> dict[Path, Any]:
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        inner = (entry for key, child in items for entry in walk(child, (*path, key)).items())
        return {path: value} | dict(inner)

    found = walk(plain(inside), ())
    del found[()]
    return found


def _without(root: Any, key: str | int) -> Any:
    if isinstance(root, dict):
        return {name: value for name, value in root.items() if name != key}
    return [value for number, value in enumerate(root) if number != key]


def edited(root: Any, path: Path, new: Any, delete: bool) -> Any:
    """A copy in which the value at a path is another, or gone."""
    first, *rest = path
    if not rest and delete:
        return _without(root, first)
    entries = root.items() if isinstance(root, dict) else enumerate(root)
    changed = {k: (edited(v, tuple(rest), new, delete) if rest else new) if k == first else v for k, v in entries}
    return changed if isinstance(root, dict) else [*changed.values()]


@st.composite
def small_edits(draw: st.DrawFn) -> tuple[PlanFile, ...]:
    """The base after one or two edits: a value is deleted, or replaced by one of its type, often of its key."""
    roots: dict[str, Any] = {}
    for _ in range(draw(st.integers(1, 2))):
        inside = draw(st.sampled_from([file.inside for file in base_files()]))
        path = draw(st.sampled_from(sorted(values(inside), key=str)))
        same_type = {at: v for at, v in values(inside).items() if type(v) is type(values(inside)[path])}
        same_key = [v for at, v in same_type.items() if at[-1] == path[-1]]
        choices = same_key if draw(st.booleans()) else [*same_type.values()]
        delete = draw(st.booleans())
        try:
            roots[inside] = edited(roots.get(inside, plain(inside)), path, draw(st.sampled_from(choices)), delete)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            continue  # an edit before this one took the place away
    return tuple(
        PlanFile(file.path, file.inside, json.dumps(roots[file.inside], ensure_ascii=False, indent=1).encode())
        if file.inside in roots
        else file
        for file in base_files()
    )


def load(files: tuple[PlanFile, ...]) -> LoadedHandbook:
    with patch("generator.loading.load.read_document", _READ_ONCE):
        return load_handbook(files, "plans")


def check(files: tuple[PlanFile, ...]) -> Inspection:
    """Check, and see that all that is found has a place; gives what was found."""
    inspection = inspect_loaded(load(files), AS_OF)
    report = inspection.report
    for finding in report.findings:
        check_place(finding.position, report)
        assert finding.position.line or report.errors
        for related in finding.related:
            check_place(related.position, report)
        for edit in finding.edits:
            check_place(edit.position, report)
    assert report_as_text(report).plain
    assert report_as_json(inspection).startswith("{")
    return inspection


def test_the_base_as_it_is_has_no_findings() -> None:
    assert check(base_files()).report.findings == ()
    assert check(base_files()).ran


@settings(PROPERTY, max_examples=150)
@given(small_edits())
def test_no_small_edit_makes_a_rule_break_off(files: tuple[PlanFile, ...]) -> None:
    inspection = check(files)
    assert [finding.message for finding in inspection.report.findings if finding.rule == RULE_CRASHED] == []
    assert inspection.ran or inspection.report.errors, "the rules ran, or the plans could not be read"


def list_keys() -> list[tuple[str, Path]]:
    """Every list of the base that may perhaps be empty."""
    return [(f.inside, path) for f in base_files() for path, v in values(f.inside).items() if isinstance(v, list)]


@pytest.mark.parametrize("file", [file.inside for file in base_files()])
def test_no_list_that_is_emptied_makes_a_rule_break_off(file: str) -> None:
    for inside, path in list_keys():
        if inside == file:
            root = edited(plain(inside), path, [], delete=False)
            data = json.dumps(root, ensure_ascii=False, indent=1).encode()
            files = tuple(PlanFile(f.path, f.inside, data) if f.inside == inside else f for f in base_files())
            crashed = [f.message for f in check(files).report.findings if f.rule == RULE_CRASHED]
            assert crashed == [], path


def test_many_edits_leave_plans_that_can_be_read() -> None:
    """Otherwise the property above would say little about rules."""
    read = []

    @settings(PROPERTY, max_examples=60)
    @given(small_edits())
    def count(files: tuple[PlanFile, ...]) -> None:
        read.append(load(files).handbook is not None)

    count()
    assert sum(read) > len(read) / 10
