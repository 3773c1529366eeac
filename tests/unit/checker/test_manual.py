from __future__ import annotations

import re
from pathlib import Path

import generator
from generator.checker.manual import fault_page, faults

FOLDER = Path(generator.__file__).parent
LITERAL = re.compile(r'"((?:yaml|plan|handbook|id|reference|scenario|step|escalation)-[a-z]+(?:-[a-z]+)*)"')
NO_FAULT = {"scenario-group"}


def test_every_finding_of_the_reader_is_explained_and_no_other() -> None:
    named = {
        name
        for room in ("source", "loading")
        for path in (FOLDER / room).rglob("*.py")
        for name in LITERAL.findall(path.read_text())
    }
    assert named - NO_FAULT == {name for name in faults() if name not in ("waiver-unused", "rule-crashed")}


def test_an_explanation_says_what_and_how() -> None:
    for fault in faults().values():
        page = fault_page(fault)
        assert fault.summary.endswith(".")
        assert fault.fix.endswith(".")
        assert page.startswith(f"# {fault.id}\n")
