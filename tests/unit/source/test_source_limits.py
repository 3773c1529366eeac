"""Files that are too much: too long, too deep, multiplied by aliases."""

import pickle
import time

import pytest

from generator.source import Document, Limits, read_document


def summary(document: Document) -> list[tuple[str, str]]:
    return [(f.rule, str(f.position)) for f in document.findings]


def test_a_file_of_too_many_bytes_is_refused_as_a_whole() -> None:
    data = b"a: 12345\n"
    assert read_document(data, "f", Limits(max_bytes=9)).findings == ()
    document = read_document(data, "f", Limits(max_bytes=8))
    assert summary(document) == [("yaml-too-large", "f")]
    assert document.root is None
    assert "9 bytes" in document.findings[0].message


def test_the_node_that_exceeds_the_limit_is_the_one_reported() -> None:
    data = b"a: 1\nb: 2\nc: 3\n"
    assert read_document(data, "f", Limits(max_nodes=7)).findings == ()
    assert summary(read_document(data, "f", Limits(max_nodes=6))) == [("yaml-too-large", "f:3:4")]


def test_an_alias_counts_for_all_that_it_repeats() -> None:
    data = b"a: &x [1, 2, 3]\nb: *x\n"
    assert read_document(data, "f", Limits(max_nodes=11)).findings == ()
    assert summary(read_document(data, "f", Limits(max_nodes=10))) == [("yaml-too-large", "f:2:4")]


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    start = time.perf_counter()
    document = read_document("\n".join(lines).encode(), "f")
    assert time.perf_counter() - start < 1
    assert [f.rule for f in document.findings] == ["yaml-too-large"]
    assert document.root is None


def test_nesting_is_accepted_up_to_the_limit_and_refused_beyond() -> None:
    limits = Limits(max_depth=4)
    assert read_document(b"a: [[[x]]]", "f", limits).findings == ()
    document = read_document(b"a: [[[[x]]]]", "f", limits)
    assert summary(document) == [("yaml-too-deep", "f:1:7")]
    assert document.root is None


def test_nesting_hidden_in_aliases_counts() -> None:
    data = b"a: &a [[x]]\nb: &b [*a]\nc: [*b]\n"
    assert read_document(data, "f", Limits(max_depth=5)).findings == ()
    assert summary(read_document(data, "f", Limits(max_depth=4))) == [("yaml-too-deep", "f:3:5")]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"[" * 100_000, "f:1:41"),
        (b"{" * 100_000, "f:1:41"),
        (b"- " * 100_000, "f:1:81"),
        (b"? " * 100_000, "f:1:81"),
        (b"a: " + b"[" * 100_000, "f:1:43"),
        (b"{a: " * 100_000, "f:1:161"),
        (b"".join(b" " * i + b"a:\n" for i in range(1000)), "f:41:41"),
    ],
)
def test_absurd_nesting_harms_neither_stack_nor_patience(data: bytes, place: str) -> None:
    start = time.perf_counter()
    assert summary(read_document(data, "f")) == [("yaml-too-deep", place)]
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "data",
    [
        b"a: [" + b"&x b," * 150_000 + b"]",
        b"a: [" + b"&x !t b," * 100_000 + b"]",
        b"a: [" + b"*u," * 190_000 + b"]",
        b"%TAG !a! x\n" * 90_000,
        b"a: 1\n" * 100_000,
        b'- "a\n' * 150_000,
        b'a: "' + b"x\n" * 400_000,
        b"\xe9a" * 400_000,
    ],
)
def test_a_hostile_file_takes_no_more_than_linear_time(data: bytes) -> None:
    start = time.perf_counter()
    assert isinstance(read_document(data, "f"), Document)
    assert time.perf_counter() - start < 10


def test_a_tree_survives_pickling_with_its_positions() -> None:
    document = read_document(b"a: [1, {b: c}]\n", "f")
    copy = pickle.loads(pickle.dumps(document))
    assert copy == document
    assert copy.root.value_positions == document.root.value_positions if document.root else False
    assert copy.root["a"].item_positions[1].column == 9
