"""Trees in another form: the places stay, and the tree that was read is not touched."""

from __future__ import annotations

from generator.source import PositionedMapping, position_of, read_document
from generator.source.rewrite import block_at, list_at, with_entry, with_items


def tree(text: str) -> PositionedMapping:
    root = read_document(text.encode(), "a.yml").root
    assert root is not None
    return root


def test_an_entry_gets_another_name_and_value_at_its_place() -> None:
    root = tree("one: 1\ntwo: 2\nthree: 3\n")
    root.files["two"] = "b.yml"
    changed = with_entry(root, "two", "zwei", [2])
    assert list(changed.items()) == [("one", 1), ("zwei", [2]), ("three", 3)]
    assert str(position_of(changed, ("zwei",))) == "b.yml:2:6"
    assert str(position_of(changed, ("zwei",), prefer_key=True)) == "b.yml:2:1"
    assert str(position_of(changed, ("three",))) == "a.yml:3:8"
    assert changed.position == root.position
    assert root == {"one": 1, "two": 2, "three": 3}
    assert str(position_of(root, ("two",))) == "b.yml:2:6"


def test_other_items_stand_at_the_places_of_those_before() -> None:
    root = tree("list: [a, b]\n")
    changed = with_entry(root, "list", "list", with_items(root["list"], ["A", "B"]))
    assert changed == {"list": ["A", "B"]}
    assert [str(position_of(changed, ("list", number))) for number in (0, 1)] == ["a.yml:1:8", "a.yml:1:11"]
    assert root == {"list": ["a", "b"]}


def test_what_is_made_from_one_value_stands_where_that_stands() -> None:
    made = block_at("a.yml", (4, 7, 12), {"item": "x", "says": list_at("a.yml", (4, 7, 12), ["y", "z"])})
    places = {str(position_of(made, path)) for path in ((), ("item",), ("says",), ("says", 1))}
    assert places == {"a.yml:4:7"}
