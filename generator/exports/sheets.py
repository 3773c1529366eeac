"""Write a table as CSV or XLSX; the same table always gives the same bytes."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

import xlsxwriter

from generator.exports.table import Cell, Table

# Spreadsheets run what begins like a formula; plan text must never become one.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def csv_bytes(table: Table) -> bytes:
    """CSV in UTF-8 with a byte order mark, which spreadsheet programs need to show Chinese."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_harmless(column) for column in table.columns])
    for row in table.rows:
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def xlsx_bytes(table: Table) -> bytes:
    """One sheet with a frozen, filterable head row."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": table.title, "created": _EPOCH})
    sheet = book.add_worksheet(_sheet_name(table.title))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, table.columns, head)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell, body)
            elif isinstance(cell, int | float):
                sheet.write_number(number, column, cell, body)
    for column, width in enumerate(_widths(table)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _sheet_name(title: str) -> str:
    return "".join(character for character in title if character not in "[]:*?/\\'")[:31] or "Table"


def _widths(table: Table) -> list[int]:
    rows = [table.columns, *table.rows]
    return [min(_WIDEST, max(6, *(len(str(row[at] or "")) + 1 for row in rows))) for at in range(len(table.columns))]
