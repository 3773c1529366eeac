from __future__ import annotations

import re
from pathlib import Path

import generator
from generator.checker.manual import fault_page, faults, rule_page
from generator.checker.reading import CHECKER
from generator.checker.registry import all_rules

FOLDER = Path(generator.__file__).parent
LITERAL = re.compile(r'"((?:yaml|plan|handbook|id|reference|scenario|step|escalation)-[a-z0-9]+(?:-[a-z0-9]+)*)"')
NO_FAULT = {"scenario-group"}


def test_every_finding_of_the_reader_is_explained_and_no_other() -> None:
    named = {
        name
        for room in ("source", "loading")
        for path in (FOLDER / room).rglob("*.py")
        for name in LITERAL.findall(path.read_text())
    }
    assert named - NO_FAULT == faults().keys() - {fault.id for fault in CHECKER}


def test_an_explanation_says_what_and_how() -> None:
    for fault in faults().values():
        page = fault_page(fault)
        assert fault.summary.endswith(".")
        assert fault.fix.endswith(".")
        assert page.startswith(f"# {fault.id}\n")


def test_the_page_of_a_rule_holds_its_examples_as_they_are() -> None:
    for rule in all_rules().values():
        lines = rule_page(rule).splitlines()
        for fence, example in (("yaml", rule.bad), ("text", rule.report), ("yaml", rule.good)):
            block = [f"```{fence}", *example.rstrip().splitlines(), "```"]
            assert any(lines[n : n + len(block)] == block for n in range(len(lines))), rule.id


def test_the_page_of_a_rule_tells_all_there_is_to_know() -> None:
    for rule in all_rules().values():
        page = rule_page(rule)
        assert page.startswith(f"# {rule.id}\n\n**{rule.summary}** ({rule.level.value}, family {rule.family})")
        assert all(part in page for part in (rule.what, f"## Why\n\n{rule.why}", f"## How to fix\n\n{rule.fix}"))
        assert all(f"- {source}\n" in page for source in rule.sources)
        assert all(f"`{name}`" in page for name in rule.thresholds)
        assert ("Set by `thresholds`" in page) is bool(rule.thresholds)
