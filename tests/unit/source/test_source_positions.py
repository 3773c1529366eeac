"""Where things stand, and how a path leads there. Each parser of PyYAML must agree."""

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from generator.position import Position
from generator.source import Document, PositionedMapping, PositionedSequence, position_of, read_document

PLAN = """\
title: "Fire"   # comment
steps:
  - id: one
    text: |
      Go out.
      Stay out.
    roles: [a, bb]
  -
    id: two
    note: a text
      of two lines
owner:
"""


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")


def root_of(text: str | bytes) -> PositionedMapping:
    document = read_document(text.encode() if isinstance(text, str) else text, "p.yaml")
    assert document.findings == ()
    assert document.root is not None
    return document.root


def at(line: int, column: int, end: int) -> Position:
    return Position("p.yaml", line, column, line, end)


def shown(text: str, position: Position) -> str:
    return text.splitlines()[position.line - 1][position.column - 1 : position.end_column - 1]


def test_keys_and_values_know_their_places() -> None:
    root = root_of(PLAN)
    assert root.key_positions == {"title": at(1, 1, 6), "steps": at(2, 1, 6), "owner": at(12, 1, 6)}
    assert root.value_positions["title"] == at(1, 8, 14)
    step = root["steps"][0]
    assert step.value_positions["id"] == at(3, 9, 12)
    assert step["roles"].item_positions == [at(7, 13, 14), at(7, 16, 18)]


def test_a_mapping_stands_at_its_first_key() -> None:
    root = root_of(PLAN)
    assert root.position == at(1, 1, 6)
    assert root["steps"].item_positions == [at(3, 5, 7), at(9, 5, 7)]
    assert root["steps"][1].position == at(9, 5, 7)


def test_a_sequence_runs_from_its_first_dash_to_the_end_of_its_first_item() -> None:
    root = root_of(PLAN)
    assert root["steps"].position == at(3, 3, 7)
    assert root["steps"][0]["roles"].position == at(7, 12, 19)
    assert root_of("a:\n- b # c\n- d\n")["a"].position == at(2, 1, 4)


def test_a_value_of_several_lines_is_shown_by_its_first_line() -> None:
    steps = root_of(PLAN)["steps"]
    assert steps[0].value_positions["text"] == at(4, 11, 12)
    assert steps[1].value_positions["note"] == at(10, 11, 17)
    assert root_of('a: "b  \n  c"\n').value_positions["a"] == at(1, 4, 6)


def test_an_absent_value_stands_where_its_key_does() -> None:
    assert root_of(PLAN).value_positions["owner"] == at(12, 1, 6)


def test_an_absent_item_stands_at_its_dash() -> None:
    assert root_of("a:\n  - b\n  -\n")["a"].item_positions == [at(2, 5, 6), at(3, 3, 4)]


def test_empty_collections_stand_at_their_brackets() -> None:
    root = root_of("a: {}\nb: []\n")
    assert root.value_positions == {"a": at(1, 4, 6), "b": at(2, 4, 6)}


def test_an_alias_stands_where_it_is_written_and_its_contents_where_they_are_defined() -> None:
    root = root_of("a: &x {k: v}\nb: *x\nc: &y text\n")
    assert root.value_positions["b"] == at(2, 4, 6)
    assert position_of(root, ["b", "k"]) == at(1, 11, 12)
    assert root.value_positions["c"] == at(3, 7, 11)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_columns_count_characters_with_and_without_a_byte_order_mark(bom: str, newline: str) -> None:
    text = newline.join(["撤离😀: é火", "b: [😀😀, 'x火', y]", "c:", "  😀: z", ""])
    root = root_of(bom + text)
    assert root.key_positions == {"撤离😀": at(1, 1, 4), "b": at(2, 1, 2), "c": at(3, 1, 2)}
    assert root.value_positions["撤离😀"] == at(1, 6, 8)
    assert root["b"].item_positions == [at(2, 5, 7), at(2, 9, 13), at(2, 15, 16)]
    assert root["c"].value_positions["😀"] == at(4, 6, 7)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_lines_are_shown_without_byte_order_mark_and_line_ends(bom: str) -> None:
    document = read_document(f"{bom}a: 1\r\nb: 2\rc: 3\n\nd: 4".encode(), "p.yaml")
    assert document.lines == ("a: 1", "b: 2", "c: 3", "", "d: 4")
    assert document.root is not None
    assert document.root.key_positions["d"] == at(5, 1, 2)


@pytest.mark.parametrize("character", ["\x0c", "\x1c", "\x1e"])
def test_only_yaml_line_breaks_end_a_line(character: str) -> None:
    document = read_document(f"a: 1\nb: {character}".encode(), "p.yaml")
    assert len(document.lines) == 2
    assert document.findings[0].position == at(2, 4, 5)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ([], "title"),
        (["title"], '"Fire"'),
        (["steps", 0, "id"], "one"),
        (["steps", 0, "roles", 1], "bb"),
        (["steps", 1], "id"),
        (["steps"], "- id"),
        (["steps", 0, "Step", "id"], "one"),
        (["steps", "list[Step]", 0, "Step", "roles", "list[str]", 1], "bb"),
        (["steps", 0, "text", "id"], "one"),  # a union tag that is also a key
        (["steps", 0, "id", "str"], "one"),
        (["steps", 0, "roles", 7], "[a, bb]"),
        (["steps", 9, "id"], "- id"),
        (["owner"], "owner"),
        (["owner", "name"], "owner"),
    ],
)
def test_a_path_leads_to_the_deepest_value_it_names(path: list[str | int], text: str) -> None:
    assert shown(PLAN, position_of(root_of(PLAN), path)) == text


def test_a_path_to_a_missing_key_leads_to_what_lacks_it() -> None:
    root = root_of("a: 1\nb:\n  c: 2\nd:\n  - e: 3\n")
    assert position_of(root, ["missing"]) == at(1, 1, 2)
    assert position_of(root, ["b", "missing"]) == at(2, 1, 2)
    assert position_of(root, ["d", 0, "missing"]) == at(5, 5, 6)
    assert position_of(root, ["b", "missing"], prefer_key=True) == at(2, 1, 2)


def test_the_key_is_preferred_on_request() -> None:
    root = root_of("a:\n  b: 1\n  c: [x]\n")
    assert position_of(root, ["a", "b"], prefer_key=True) == at(2, 3, 4)
    assert position_of(root, ["a"], prefer_key=True) == at(1, 1, 2)
    assert position_of(root, ["a", "c", 0], prefer_key=True) == at(3, 7, 8)
    assert position_of(root, ["a", "b", "[key]"]) == at(2, 3, 4)


class Step(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    id: str
    minutes: int = 0


class Plan(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    title: str
    steps: list[Step]


def test_pydantic_accepts_the_tree_even_when_strict() -> None:
    root = root_of("title: T\nsteps:\n  - id: a\n    minutes: 3\n")
    assert isinstance(root["steps"], PositionedSequence)
    assert Plan.model_validate(root).steps[0].minutes == 3


def test_every_error_of_pydantic_finds_its_place() -> None:
    text = "title: 5\nsteps:\n  - minutes: soon\n  - id: b\n    extra: 1\n"
    root = root_of(text)
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(root)
    places = {
        error["type"]: shown(text, position_of(root, error["loc"], error["type"] == "extra_forbidden"))
        for error in caught.value.errors()
    }
    assert places == {
        "string_type": "5",
        "missing": "minutes",
        "int_type": "soon",
        "extra_forbidden": "extra",
    }


def test_a_document_that_cannot_be_read_still_shows_its_lines() -> None:
    document = read_document(b"a: [\nb: 1\n", "p.yaml")
    assert isinstance(document, Document)
    assert (document.root, document.lines) == (None, ("a: [", "b: 1"))
