"""What is folded away as kept for the record, and what is a duty in other words."""

from __future__ import annotations

import pytest

from generator.history.changes import Change
from generator.history.compare import compare
from generator.views.change_weight import is_aside, is_confirmation
from tests.unit.analysis.sample_plans import Fields, handbook, scenario, step
from tests.unit.history.edits import PEOPLE


def changed(before: Fields, after: Fields, *, version: str = "1.0.0") -> tuple[Change, ...]:
    first = handbook(PEOPLE, scenario(step("see", **before)))
    return compare(first, handbook(PEOPLE, scenario(step("see", **after), control={"version": version}))).changes


@pytest.mark.parametrize(("before", "after"), [
    ({"do": "Wait for 5 minutes."}, {"do": "Wait for 2 minutes."}),
    ({"if_not": {"do": "Call again."}}, {"if_not": {"do": "Call the guard."}}),
    ({"if_not": {"do": "Call again."}}, {}),
])  # fmt: skip
def test_other_words_of_an_instruction_are_never_folded_away(before: Fields, after: Fields) -> None:
    found = changed(before, after)
    assert found
    assert not any(map(is_aside, found))


def test_document_control_is_folded_and_confirms_the_plan() -> None:
    (control,) = changed({}, {}, version="1.0.1")
    assert (is_aside(control), is_confirmation(control)) == (True, True)


def test_a_title_is_folded_but_confirms_nothing() -> None:
    plans = (handbook(PEOPLE, scenario(step("see"), title=title)) for title in ("Flood of water", "High water"))
    (title,) = compare(*plans).changes
    assert (is_aside(title), is_confirmation(title)) == (True, False)
