"""Whatever is written into a plan by a command is read back as it was given, and the rest stays as it was."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.source import read_document
from generator.source.amend import append_item, set_values
from generator.source.emit import OnOneLine
from tests.properties.places import PROPERTY

SIGNS = [
    *"aB7 \n,:#-?&*!|>'\"%@`{}[]\\~=", "on", "null", "true", "1.5", "0x1", "火", "灾", "é", "“", "…", "<<", "🔥",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=150).map("".join)
ITEM = st.fixed_dictionaries(
    {
        "id": st.just("new"),
        "do": TEXT,
        "names": st.lists(TEXT, max_size=4),
        "timings": st.lists(st.fixed_dictionaries({"what": TEXT, "limit": TEXT}).map(OnOneLine), max_size=2),
        "parts": st.lists(st.fixed_dictionaries({"id": TEXT}), max_size=2),
    }
)
LINES = st.lists(
    st.sampled_from(["  - id: old", "    do: text", "    # his", "  # all", "", "  - {id: b, do: c}  # d"]), max_size=6
)
BREAKS = st.sampled_from(["\n", "\r\n"])


def read(text: str) -> Any:
    document = read_document(text.encode(), "plan.yml")
    return None if document.findings or document.root is None else document.root


@PROPERTY
@given(lines=LINES, item=ITEM, line_break=BREAKS)
def test_an_added_item_is_read_back_and_all_lines_stay(lines: list[str], item: dict[str, Any], line_break: str) -> None:
    before = line_break.join(["id: x", "things:", *lines, "more: 1", ""])
    held = read(before)
    assume(held is not None and isinstance(held["things"], list | None))
    after = append_item(before, "things", item)
    assert read(after)["things"] == [*(held["things"] or []), item]
    assert read(after)["more"] == 1
    rest = iter(after.split(line_break))
    assert all(line in rest for line in before.split(line_break)), "the lines stay, in their order"


@PROPERTY
@given(value=TEXT, old=TEXT, braces=st.booleans(), line_break=BREAKS)
def test_a_value_that_was_set_is_read_back(value: str, old: str, braces: bool, line_break: str) -> None:
    item = {"id": "a", "state": old, "more": "1 day"}
    plan = append_item("id: x\n", "things", OnOneLine(item) if braces else item).replace("\n", line_break)
    after = read(set_values(plan, "things", "a", {"state": value, "why": value}))
    assert after["things"] == [{**item, "state": value, "why": value}]
