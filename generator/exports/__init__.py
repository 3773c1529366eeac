"""Tables of the handbook as CSV and XLSX, from the numbers the pages show, and what falls due as a calendar."""

from generator.exports.calendar import calendar_bytes
from generator.exports.past_tables import past_tables
from generator.exports.sheets import csv_bytes, xlsx_bytes
from generator.exports.table import Table
from generator.exports.tables import all_tables

__all__ = ["Table", "all_tables", "calendar_bytes", "csv_bytes", "past_tables", "xlsx_bytes"]
