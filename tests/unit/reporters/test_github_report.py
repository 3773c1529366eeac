"""Workflow commands, read back as the runner of GitHub Actions reads them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given

from generator.checker.engine import Inspection
from generator.finding import Finding, Level, Report
from generator.position import Position
from generator.reporters import report_as_github
from tests.properties.places import PROPERTY
from tests.unit.reporters.samples import FILE, INSPECTION, INSPECTIONS, MANUAL_URL, OTHER, RULES


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def unescaped(text: str, *more: tuple[str, str]) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(code, character)
    return text


def parsed(line: str) -> Command:
    """The grammar of the runner: `::name key=value,key=value::message`."""
    assert line.startswith("::")
    head, mark, message = line[2:].partition("::")
    assert mark
    name, _, listed = head.partition(" ")
    pairs = dict(pair.split("=", 1) for pair in listed.strip().split(",") if pair)
    properties = {key: unescaped(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs.items()}
    return Command(name, properties, unescaped(message))


def commands(inspection: Inspection, url: str | None = None) -> list[Command]:
    text = report_as_github(inspection, RULES, url)
    return [parsed(line) for line in text.replace("\r", "\n").split("\n")] if text else []


def at(position: Position) -> dict[str, str]:
    (command,) = commands(Inspection(Report.of([Finding("r", "m", position)], {})))
    return {key: value for key, value in command.properties.items() if key not in ("file", "title")}


def test_a_finding_is_an_annotation_with_everything_there_is_to_say() -> None:
    found = next(c for c in commands(INSPECTION, MANUAL_URL) if c.properties["file"] == FILE)
    assert found == Command(
        "error",
        {
            "file": FILE,
            "line": "3",
            "col": "15",
            "endLine": "3",
            "endColumn": "17",
            "title": "Summary of deputy-missing. [deputy-missing]",
        },
        "The role {chief} has no [deputy]: 100% alone, really.\n"
        "plans/handbook.yml:2:10: the [company] \\ {it} is for\n"
        "expected: one, at least\n"
        "fix: Add `deputies: [...]`.\n"
        "manual: https://handbook.example/rules/deputy-missing.html",
    )


def test_characters_with_a_meaning_are_escaped_in_properties_and_messages() -> None:
    finding = Finding("r", "50%: a, b\r\nc", Position("plans/a,b:c%.yml"))
    line = report_as_github(Inspection(Report.of([finding], {})), {}, None)
    assert line == "::error file=plans/a%2Cb%3Ac%25.yml,title=r::50%25: a, b%0D%0Ac"


@PROPERTY
@given(INSPECTIONS)
def test_any_text_is_read_back_as_it_was(inspection: Inspection) -> None:
    found = commands(inspection)
    assert len(found) == len(inspection.report.findings)
    for command, finding in zip(found, inspection.report.findings, strict=True):
        assert command.properties["file"] == finding.position.file
        assert finding.rule in command.properties["title"]
        related = [f"{place.position}: {place.caption}" for place in finding.related]
        expected = [f"expected: {finding.expected}"] if finding.expected else []
        remedy = [f"fix: {finding.remedy}"] if finding.remedy else []
        assert command.message == "\n".join([finding.message, *related, *expected, *remedy])


@pytest.mark.parametrize(
    ("position", "properties"),
    [
        (Position("a"), {}),
        (Position("a", 2, 3), {"line": "2", "col": "3"}),
        (Position("a", 2, 3, 2, 3), {"line": "2", "col": "3", "endLine": "2", "endColumn": "3"}),
        (Position("a", 2, 3, 4, 5), {"line": "2", "endLine": "4"}),
        (Position("a", 2, 3, 4, 1), {"line": "2", "endLine": "3"}),
        (Position("a", 2, 3, 3, 1), {"line": "2", "col": "3"}),
    ],
)
def test_columns_are_told_only_within_one_line(position: Position, properties: dict[str, str]) -> None:
    assert at(position) == properties


def test_levels_are_those_that_github_knows() -> None:
    findings = [Finding("r", level.value, Position("a"), level=level) for level in Level]
    assert {c.message: c.name for c in commands(Inspection(Report.of(findings, {})))} == {
        "error": "error",
        "warning": "warning",
        "note": "notice",
    }


def test_nothing_found_is_nothing_said() -> None:
    assert report_as_github(Inspection(Report()), RULES, MANUAL_URL) == ""


def test_waived_findings_are_not_shown() -> None:
    assert "The owner has no deputy." not in report_as_github(INSPECTION, RULES, None)


def test_only_rules_of_the_manual_lead_there() -> None:
    lines = {
        c.properties["title"]: c.message for c in commands(INSPECTION, MANUAL_URL) if c.properties["file"] == OTHER
    }
    assert "manual: " not in lines["from-elsewhere"]
    assert lines["Summary of title-long. [title-long]"].endswith(
        "manual: https://handbook.example/rules/title-long.html"
    )
