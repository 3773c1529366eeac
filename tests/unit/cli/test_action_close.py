"""`handbook action close`: an action is closed with its proof, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.pipeline import Project, require_handbook
from tests.unit.cli.companies import Company

CLOSE = ("action", "close", "print-list", "--on", "2026-11-20")
CLOSED = "status: closed, closed_on: 2026-10-10, evidence: Photograph of the list"
BLOCK = """\
actions:
  # Kept.
  - id: print-list
    source: evacuation-2026
    finding: no-list
    do: >-
      Print the list
      every morning.
    owner: shop-lead   # and this

    status: in-progress   # since May
    due_on: 2026-12-15
# The end.
"""


@pytest.fixture
def company(tmp_path: Path) -> Company:
    found = Company(tmp_path)
    text = found.file.read_text().replace("due_on: 2026-10-15", "due_on: 2026-12-15")
    found.file.write_text(text.replace(CLOSED, "status: open"))
    return found


def test_an_action_in_braces_is_closed_in_its_line(company: Company) -> None:
    before = company.file.read_text()
    assert company.run(*CLOSE, "--evidence", "Photograph, signed").exit_code == 0
    closed = 'status: closed, closed_on: 2026-11-20, evidence: "Photograph, signed"'
    assert company.file.read_text() == before.replace("status: open", closed)


def test_an_action_of_several_lines_is_closed_below_its_status(company: Company) -> None:
    before = company.file.read_text().partition("actions:")[0] + BLOCK
    company.file.write_text(before)
    assert company.run(*CLOSE, "--evidence", "Photograph: signed").exit_code == 0
    status = '    status: closed   # since May\n    closed_on: 2026-11-20\n    evidence: "Photograph: signed"\n'
    assert company.file.read_text() == before.replace("    status: in-progress   # since May\n", status)


def test_evidence_that_stands_there_already_is_replaced(company: Company) -> None:
    evidence = "    evidence: >-\n      Half of\n      it\n"
    before = company.file.read_text().partition("actions:")[0] + BLOCK.replace("    due_on", evidence + "    due_on")
    company.file.write_text(before)
    assert company.run(*CLOSE, "--evidence", "All of it").exit_code == 0
    action = require_handbook(Project(company.folder)).corrective_actions["print-list"]
    assert (action.status, str(action.closed_on), action.evidence) == ("closed", "2026-11-20", "All of it")
    assert "Half" not in company.file.read_text()


@pytest.mark.parametrize(
    "evidence", ["证据：照片 #1", "- [x] {y}", "yes", "12", "a: b", "line\n  break", "'\"", "long " * 60 + "end"]
)
def test_evidence_is_read_back_as_it_was_given(company: Company, evidence: str) -> None:
    assert company.run(*CLOSE, "--evidence", evidence).exit_code == 0
    action = require_handbook(Project(company.folder)).corrective_actions["print-list"]
    assert action.evidence == " ".join(evidence.split())


@pytest.mark.parametrize(
    ("name", "on", "evidence", "said"),
    [
        ("print-lst", "2026-11-20", "Photograph", "Did you mean `print-list`?"),
        ("print-list", "2026-11-23", "Photograph", "lies in the future"),
        ("print-list", "2026-09-19", "Photograph", "before 2026-09-20"),
        ("print-list", "2026-11-20", " \n", "There is no evidence."),
    ],
)
def test_what_cannot_be_true_is_refused(company: Company, name: str, on: str, evidence: str, said: str) -> None:
    before = company.contents()
    run = company.run("action", "close", name, "--on", on, "--evidence", evidence)
    assert isinstance(run.exception, HandbookError)
    assert said in run.exception.message + run.exception.remedy
    assert company.contents() == before


def test_an_action_is_closed_once(company: Company) -> None:
    assert company.run(*CLOSE, "--evidence", "Photograph").exit_code == 0
    before = company.contents()
    run = company.run(*CLOSE, "--evidence", "Another one")
    assert isinstance(run.exception, HandbookError)
    assert "closed already" in run.exception.message
    assert company.contents() == before


def test_evidence_and_day_are_demanded(company: Company) -> None:
    assert company.run(*CLOSE).exit_code == 2
    assert company.run(*CLOSE[:3], "--evidence", "Photograph").exit_code == 2


def test_an_alias_is_not_changed_where_others_use_it(company: Company) -> None:
    """The anchor of the status belongs to another action; its value must not change with this one."""
    other = "  - {id: old, source: evacuation-2026, finding: no-list, do: Look., owner: shop-lead,\n"
    other += "     due_on: 2026-12-15, status: &state open}\n"
    text = (
        company.file.read_text().replace("actions:\n", "actions:\n" + other).replace("status: open", "status: *state")
    )
    company.file.write_text(text)
    run = company.run(*CLOSE, "--evidence", "Photograph")
    assert isinstance(run.exception, HandbookError)
    assert "alias" in run.exception.message
    assert company.file.read_text() == text
