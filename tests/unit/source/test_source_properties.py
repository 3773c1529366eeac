"""What holds for any input whatsoever."""

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.position import Position
from generator.source import (
    Document,
    Limits,
    PositionedMapping,
    PositionedSequence,
    position_of,
    read_document,
)

FRAGMENTS = [
    "a: ",
    "b",
    "\n",
    "  ",
    "- ",
    "\t",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ": ",
    ":",
    "? ",
    "!t ",
    "! ",
]
FRAGMENTS += [
    "&x ",
    "*x",
    "|\n",
    ">-\n",
    " #c",
    "---",
    "...",
    "<<: ",
    "%YAML 1.2\n",
    "\\",
    "\r\n",
    "\r",
    "撤",
    "😀",
]
FRAGMENTS += ["\x85", "\u2028", "\ufeff", "\0", "1", "true", "~", "`", "@", "\xa0", "\\uD800", "\\U00110000"]
YAML_LIKE = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DATA = st.dictionaries(
    TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**30), 10**30) | TEXT,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
        max_leaves=15,
    ),
    max_size=4,
)


class QuotingDumper(yaml.SafeDumper):
    """Puts every text in double quotes, and repeats nothing by alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _quote(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


QuotingDumper.add_representer(str, _quote)


def dumped(data: object) -> bytes:
    text = yaml.dump(data, Dumper=QuotingDumper, allow_unicode=True, sort_keys=False)
    assert isinstance(text, str)
    return text.encode()


def positions(node: object) -> list[Position]:
    if isinstance(node, PositionedMapping):
        assert node.keys() == node.key_positions.keys() == node.value_positions.keys()
        own = [node.position, *node.key_positions.values(), *node.value_positions.values()]
        return own + [p for value in node.values() for p in positions(value)]
    if isinstance(node, PositionedSequence):
        assert len(node) == len(node.item_positions)
        return [node.position, *node.item_positions, *(p for value in node for p in positions(value))]
    assert node is None or type(node) in {str, int, float, bool}
    return []


def check(document: Document) -> None:
    places = [f.position for f in document.findings]
    places += [r.position for f in document.findings for r in f.related]
    for at in places + positions(document.root):
        if at.line == 0:
            assert at == Position(document.file)
            continue
        assert 1 <= at.line == at.end_line <= len(document.lines)
        length = len(document.lines[at.line - 1])
        assert 1 <= at.column <= at.end_column <= length + 1
        assert at.column < at.end_column or length == 0
    assert document.root is not None or document.findings


@given(st.binary(max_size=200))
def test_any_bytes_become_a_document(data: bytes) -> None:
    check(read_document(data, "f"))


@given(st.text(max_size=100))
def test_any_text_becomes_a_document_with_places_inside_its_lines(text: str) -> None:
    check(read_document(text.encode("utf-8", errors="surrogatepass"), "f"))


@settings(max_examples=500)
@given(YAML_LIKE)
def test_anything_like_yaml_becomes_a_document_with_places_inside_its_lines(text: str) -> None:
    check(read_document(text.encode(), "f"))


@given(YAML_LIKE, st.integers(0, 20), st.integers(0, 20), st.integers(0, 5))
def test_no_limit_makes_reading_fail(text: str, size: int, nodes: int, depth: int) -> None:
    check(read_document(text.encode(), "f", Limits(size, nodes, depth)))


@settings(max_examples=200)
@given(DATA)
def test_data_comes_back_as_it_was_dumped(data: dict[str, Any]) -> None:
    document = read_document(dumped(data), "f")
    check(document)
    assert document.findings == ()
    assert document.root == data


@given(DATA, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_line_ends_and_byte_order_mark_change_no_position(data: dict[str, Any], newline: str, bom: bool) -> None:
    plain = read_document(dumped(data), "f")
    other = dumped(data).replace(b"\n", newline.encode())
    document = read_document(b"\xef\xbb\xbf" + other if bom else other, "f")
    assert document == plain
    assert positions(document.root) == positions(plain.root)


@given(DATA, st.lists(st.integers(-1, 5) | TEXT | st.just("[key]"), max_size=6), st.booleans())
def test_any_path_leads_somewhere(data: dict[str, Any], path: list[str | int], prefer_key: bool) -> None:
    document = read_document(dumped(data), "f")
    assert document.root is not None
    assert position_of(document.root, path, prefer_key) in positions(document.root)


@given(DATA)
def test_every_path_to_a_key_leads_to_its_own_line(data: dict[str, Any]) -> None:
    root = read_document(dumped(data), "f").root
    assert root is not None
    for key in root:
        assert position_of(root, [key], prefer_key=True) == root.key_positions[key]
        assert position_of(root, [key]) == root.value_positions[key]


@given(TEXT)
def test_an_unquoted_text_is_text_or_exactly_what_it_says(text: str) -> None:
    document = read_document(f"a: {text}".encode(), "f")
    value = document.root.get("a") if document.root else None
    if isinstance(value, int) and not isinstance(value, bool):
        assert int(text.split("#", maxsplit=1)[0].strip(), 0) == value
