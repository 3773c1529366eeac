"""A comparison tells everything: what it says, applied to the earlier edition, gives the later one."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.history.compare import compare
from generator.loading import load_handbook
from generator.model.handbook import Handbook
from generator.reporters import diff_as_json, diff_as_markdown, diff_as_text
from tests.properties.edits import edited, leaves, other, value_at, with_part, with_value
from tests.properties.replay import data_of, normal, replayed
from tests.rules.overlay import base_files


@cache
def base() -> Handbook:
    handbook = load_handbook(base_files(), "plans").handbook
    assert handbook is not None
    return handbook


def key_of(part: object) -> tuple[str, str]:
    return type(part).__name__, str(getattr(part, "id", ""))


@settings(max_examples=150)
@given(st.deferred(lambda: edited(base())), st.deferred(lambda: edited(base())))
def test_what_is_told_leads_from_one_edition_to_the_other(before: Handbook, after: Handbook) -> None:
    assert normal(replayed(before, compare(before, after).changes)) == normal(data_of(after))


@settings(max_examples=30)
@given(st.deferred(lambda: edited(base())))
def test_an_edition_does_not_differ_from_itself(handbook: Handbook) -> None:
    assert compare(handbook, handbook).changes == ()


def test_every_single_value_that_changes_is_named_where_it_stands() -> None:
    for part in base().plans:
        alone = Handbook(base().settings, (part,))
        for place in leaves(part):
            after = with_part(alone, 1, with_value(part, place, other(value_at(part, place))))
            changes = compare(alone, after).changes
            assert changes, place
            for change in changes:
                spot = change.now or change.was
                assert spot is not None
                assert spot.plan == key_of(part)
                near = min(len(spot.path), len(place))
                assert all(a == b or isinstance(a, int) for a, b in zip(spot.path[:near], place[:near], strict=True))


@settings(max_examples=60)
@given(st.deferred(lambda: edited(base())), st.integers(1_000, 5_000))
def test_every_change_can_be_told_in_every_form(after: Handbook, most: int) -> None:
    found = compare(base(), after)
    text = diff_as_text(found, "A", "B").plain
    assert ("nothing changed" in text) == (not found.changes)
    assert len(diff_as_markdown(found, "A", "B", most=most)) <= most
    assert diff_as_json(found, "A", "B").startswith("{")


def test_the_bundled_handbook_can_be_built_from_nothing_but_its_changes(bundled_handbook: Handbook) -> None:
    empty = Handbook(bundled_handbook.settings, ())
    assert normal(replayed(empty, compare(empty, bundled_handbook).changes)) == normal(data_of(bundled_handbook))
    assert normal(replayed(bundled_handbook, compare(bundled_handbook, empty).changes)) == normal(data_of(empty))


@pytest.mark.parametrize("role", ["nobody", None])
def test_a_comparison_without_changes_says_so(role: str | None) -> None:
    assert "nothing changed" in diff_as_text(compare(base(), base()), "A", "B", role).plain
