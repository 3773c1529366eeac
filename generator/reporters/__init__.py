"""Reports in the forms people and programs read."""

from generator.reporters.json_report import report_as_json
from generator.reporters.text_report import report_as_text

__all__ = ["report_as_json", "report_as_text"]
