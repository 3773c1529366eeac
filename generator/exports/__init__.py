"""Tables of the handbook as CSV and XLSX, from the numbers the pages show."""

from generator.exports.sheets import csv_bytes, xlsx_bytes
from generator.exports.tables import Table, all_tables

__all__ = ["Table", "all_tables", "csv_bytes", "xlsx_bytes"]
