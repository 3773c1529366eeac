"""Findings and reports."""

from __future__ import annotations

import pytest

from generator.finding import Finding, Level, Report
from generator.position import Position

LINES = {"a.yml": ("one: 1", "two: 2"), "b.yml": ()}


def finding(file: str, line: int = 0, rule: str = "r", message: str = "m", level: Level = Level.ERROR) -> Finding:
    return Finding(rule, message, Position(file, line, min(line, 1), line, line and 3), level=level)


def test_a_report_is_in_the_order_of_places() -> None:
    findings = [finding("b.yml", 1), finding("a.yml", 10), finding("a.yml", 2), finding("a.yml")]
    assert [str(f.position) for f in Report.of(findings, {}).findings] == [
        "a.yml",
        "a.yml:2:1",
        "a.yml:10:1",
        "b.yml:1:1",
    ]


def test_at_one_place_rules_and_messages_are_in_order() -> None:
    findings = [finding("a", 1, "z", "a"), finding("a", 1, "b", "y"), finding("a", 1, "b", "x")]
    assert [(f.rule, f.message) for f in Report.of(findings, {}).findings] == [("b", "x"), ("b", "y"), ("z", "a")]


def test_the_same_finding_twice_is_one() -> None:
    assert len(Report.of([finding("a", 1), finding("a", 1), finding("a", 2)], {}).findings) == 2


def test_a_finding_is_an_error_unless_told_otherwise() -> None:
    assert Finding("r", "m", Position("a")).level is Level.ERROR


def test_only_errors_count_as_errors() -> None:
    findings = [finding("a", 1), finding("a", 2, level=Level.WARNING), finding("a", 3, level=Level.NOTE)]
    report = Report.of(findings, {})
    assert len(report.findings) == 3
    assert [f.position.line for f in report.errors] == [1]


def test_an_excerpt_is_the_line_of_a_position() -> None:
    report = Report.of([], LINES)
    assert report.excerpt(Position("a.yml", 1, 1, 1, 4)) == "one: 1"
    assert report.excerpt(Position("a.yml", 2, 6, 2, 7)) == "two: 2"


@pytest.mark.parametrize(
    "position", [Position("a.yml"), Position("a.yml", 3, 1), Position("b.yml", 1, 1), Position("c.yml", 1, 1)]
)
def test_without_such_a_line_there_is_no_excerpt(position: Position) -> None:
    assert Report.of([], LINES).excerpt(position) is None


def test_an_empty_report_has_no_errors() -> None:
    assert Report().errors == Report().findings == ()


def test_a_level_knows_those_that_are_no_less_serious() -> None:
    assert Level.ERROR.or_worse == (Level.ERROR,)
    assert Level.WARNING.or_worse == (Level.ERROR, Level.WARNING)
    assert Level.NOTE.or_worse == tuple(Level)


def test_findings_can_be_picked_by_level() -> None:
    report = Report.of([finding("a.yml", number, level=level) for number, level in enumerate(Level, start=1)], LINES)
    assert [f.level for f in report.of_level(Level.NOTE, Level.ERROR)] == [Level.ERROR, Level.NOTE]
    assert report.of_level() == ()
