"""What scalars mean."""

import math

import pytest

from generator.source import read_document


def value(text: str) -> object:
    document = read_document(f"key: {text}\n".encode(), "f")
    assert document.findings == ()
    assert document.root is not None
    return document.root["key"]


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_the_words_for_nothing_are_none(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize(
    ("text", "truth"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_the_words_of_truth_are_bools(text: str, truth: bool) -> None:
    assert value(text) is truth


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("12", 12), ("-7", -7), ("+3", 3), ("0o17", 15), ("0xFf", 255), ("-0", 0)],
)
def test_whole_numbers_are_ints(text: str, number: int) -> None:
    assert value(text) == number
    assert type(value(text)) is int


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("1e3", 1000.0), ("+2.5E-1", 0.25), ("0.0", 0.0)],
)
def test_fractions_are_floats(text: str, number: float) -> None:
    assert value(text) == number
    assert type(value(text)) is float


_TEXTS = """
no yes on off No YES n y nUll tRUE 1:30 12:30:45 2026-10-20 012 00 -01 0o8 0xg 0b1 1_000 01.5 .inf -.inf .nan
. + -- +a 1.2.3 +49-30-123 112/911 1e999 e5 ٣ 撤离 1,5 TRUEish
"""


@pytest.mark.parametrize("text", _TEXTS.split())
def test_everything_else_is_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize("text", ["1", "true", "null", "~", "", "0x1", "1.5", "<<", "*a", "!b"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_scalar_in_quotes_is_always_text(text: str, quote: str) -> None:
    assert value(f"{quote}{text}{quote}") == text


@pytest.mark.parametrize("mark", ["|-", ">-"])
def test_a_block_scalar_is_always_text(mark: str) -> None:
    assert value(f"{mark}\n  12") == "12"


@pytest.mark.parametrize("text", ["9" * 5000, "0x" + "f" * 5000, "1." + "0" * 5000])
def test_a_number_too_long_for_any_use_is_text(text: str) -> None:
    assert value(text) == text


def test_no_float_is_infinite() -> None:
    assert value("1e308") == 1e308
    assert not isinstance(value("1e309"), float)
    assert math.isfinite(1e308)
