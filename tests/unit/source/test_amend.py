"""Text of plans is changed where it has to be, and read back as it was meant."""

from __future__ import annotations

import pytest

from generator.errors import HandbookError
from generator.source import read_document
from generator.source.amend import append_item, set_values

ITEM = {"id": "new", "do": "Look: twice."}
BLOCK = '  - id: new\n    do: "Look: twice."\n'


def last(text: str, key: str = "things") -> dict[str, object]:
    document = read_document(text.encode(), "plan.yml")
    assert not document.findings
    assert document.root is not None
    return dict(document.root[key][-1])


@pytest.mark.parametrize(
    "plan",
    [
        "things:\n  - id: old\n+",
        "things:\n  - id: old\n    # his\n+  # all\nmore: 1\n",
        "things:\n  - id: old\n    do: >-\n      Far\n      away\n+\nmore: 1\n",
        "things:\n  - id: old\n    do: |\n      Far\n\n      away\n+",
        "things:\n  - id: old\n    do: Far\n      away\n+more: 1\n",
        "things:\n  - {id: old,\n     do: 'Far\n      away'}  # why\n+more: 1\n",
        "things:\n  - id: old\n    do:\n+more: 1\n",
        "things:\n+more: 1\n",
        "more: 1\n\nthings:\n+",
    ],
)
def test_an_item_stands_below_all_that_belongs_to_the_last_one(plan: str) -> None:
    before = plan.replace("more: 1\n\nthings:\n+", "more: 1\n").replace("+", "")
    after = plan.replace("+", BLOCK)
    assert append_item(before, "things", ITEM) == after
    assert last(after) == ITEM


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("things:\n  - id: old", "things:\n  - id: old\n" + BLOCK),
        ("things: []  # none\nmore: 1\n", "things:  # none\n" + BLOCK + "more: 1\n"),
        ("things:\n- {id: old}\n", 'things:\n- {id: old}\n- id: new\n  do: "Look: twice."\n'),
        ("things:\n  - id: a\n\n  - id: b\n", "things:\n  - id: a\n\n  - id: b\n\n" + BLOCK),
    ],
)
def test_an_item_is_laid_out_like_its_list(before: str, after: str) -> None:
    assert append_item(before, "things", ITEM) == after


@pytest.mark.parametrize("text", ["things: [{id: old}]\n", "{things: []}\n"])
def test_a_list_in_brackets_is_refused(text: str) -> None:
    with pytest.raises(HandbookError, match="written in"):
        append_item(text, "things", ITEM)


def test_values_are_set_and_missing_keys_follow_the_first() -> None:
    text = "things:\n  - id: a\n    state: 'open'  # so\n    on:\n    more: 1\n"
    wanted = "things:\n  - id: a\n    state: closed  # so\n    why: done\n    on: 2026-11-22\n    more: 1\n"
    assert set_values(text, "things", "a", {"state": "closed", "on": "2026-11-22", "why": "done"}) == wanted


def test_values_over_several_lines_are_replaced_whole() -> None:
    text = "things:\n  - id: a\n    state: |\n      one\n\n      two\n\n    more: 'x\n      y'\n"
    changed = set_values(text, "things", "a", {"state": "closed", "more": "z"})
    assert changed == "things:\n  - id: a\n    state: closed\n\n    more: z\n"


def test_values_of_a_block_that_is_not_there_are_not_set() -> None:
    with pytest.raises(HandbookError, match="not found"):
        set_values("things:\n  - {id: a, state: open}\n", "things", "b", {"state": "closed"})


def test_an_alias_is_not_replaced() -> None:
    text = "one: &x open\nthings:\n  - {id: a, state: *x}\n"
    with pytest.raises(HandbookError, match="alias"):
        set_values(text, "things", "a", {"state": "closed"})
