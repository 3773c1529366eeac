"""What must hold for the outcome of any load."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from generator.checker.engine import Inspection
from generator.finding import Report
from generator.loading import LoadedHandbook
from generator.position import Position
from generator.reporters import report_as_json, report_as_text

PROPERTY = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


def check_outcome(loaded: LoadedHandbook) -> None:
    """A handbook or errors, never both or none; every place lies in a line of its file; both reports can be made."""
    report = loaded.report
    assert (loaded.handbook is None) == bool(report.errors)
    for finding in report.findings:
        assert finding.rule
        assert finding.message
        check_place(finding.position, report)
        for related in finding.related:
            check_place(related.position, report)
    assert report_as_text(report).plain
    assert report_as_json(Inspection(report)).startswith("{")


def check_place(at: Position, report: Report) -> None:
    if at.line == 0:
        assert at == Position(at.file)
        return
    lines = report.lines[at.file]
    assert 1 <= at.line == at.end_line <= len(lines)
    assert 1 <= at.column <= at.end_column <= len(lines[at.line - 1]) + 1
