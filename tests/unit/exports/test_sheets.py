"""Files that spreadsheet programs open: nothing runs, nothing is lost, nothing changes by itself."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports import Table, csv_bytes, xlsx_bytes

PLAIN = Table(
    "duties",
    "Duties",
    ("No.", "职责", "Limit"),
    ((1, "Call, then “wait”\nfor an answer", 10), (2, 'Say "no"', 2.5), (3, "付款", None)),
)
DANGEROUS = ["=1+1", "+86 10", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "{=1+1}"]


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(data: bytes) -> Worksheet:
    found = openpyxl.load_workbook(BytesIO(data)).active
    assert isinstance(found, Worksheet)
    return found


def test_csv_begins_with_a_byte_order_mark_and_holds_every_cell() -> None:
    data = csv_bytes(PLAIN)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [
        ["No.", "职责", "Limit"],
        ["1", "Call, then “wait”\nfor an answer", "10"],
        ["2", 'Say "no"', "2.5"],
        ["3", "付款", ""],
    ]


def test_xlsx_holds_the_same_cells_as_values_of_their_kind() -> None:
    rows = list(sheet(xlsx_bytes(PLAIN)).iter_rows(values_only=True))
    assert rows == [PLAIN.columns, *PLAIN.rows]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_is_defused_in_csv(text: str) -> None:
    head, row = read_csv(csv_bytes(Table("t", "T", (text, "b"), (("a", text),))))
    for cell in (head[0], row[1]):
        assert cell.endswith(text)
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", [*DANGEROUS, "http://a.example", "mailto:a@b.example"])
def test_text_stays_text_in_xlsx(text: str) -> None:
    found = sheet(xlsx_bytes(Table("t", "T", (text, "b"), (("a", text),))))
    for cell in (found["A1"], found["B2"]):
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        assert str(cell.value).replace("_x000D_", "\r") == text


def test_negative_numbers_are_numbers() -> None:
    table = Table("t", "T", ("a",), ((-5,), (-2.5,)))
    assert read_csv(csv_bytes(table))[1:] == [["-5"], ["-2.5"]]
    assert list(sheet(xlsx_bytes(table)).iter_rows(min_row=2, values_only=True)) == [(-5,), (-2.5,)]


def test_the_same_table_gives_the_same_bytes() -> None:
    assert csv_bytes(PLAIN) == csv_bytes(PLAIN)
    assert xlsx_bytes(PLAIN) == xlsx_bytes(PLAIN)


def test_the_head_row_stays_in_sight_and_filters() -> None:
    found = sheet(xlsx_bytes(PLAIN))
    assert found.freeze_panes == "B2"
    assert found.auto_filter.ref == "A1:C4"
    assert found["A1"].font.b


def test_a_table_without_rows_can_be_written() -> None:
    empty = Table("t", "T", ("a", "b"), ())
    assert read_csv(csv_bytes(empty)) == [["a", "b"]]
    assert list(sheet(xlsx_bytes(empty)).iter_rows(values_only=True)) == [("a", "b")]


@pytest.mark.parametrize(
    ("title", "name"), [("A/B: [all]?", "AB all"), ("x" * 40, "x" * 31), ("'*'", "Table"), ("责任矩阵", "责任矩阵")]
)
def test_any_title_makes_a_valid_sheet_name(title: str, name: str) -> None:
    data = xlsx_bytes(Table("t", title, ("a",), ()))
    assert sheet(data).title == name
    assert openpyxl.load_workbook(BytesIO(data)).properties.title == title
