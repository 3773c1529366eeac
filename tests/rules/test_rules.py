"""Every rule is complete: its bad example is found exactly as its manual says, its good example is clean."""

from __future__ import annotations

import os
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from rich.console import Console

import generator.rules
from generator.checker.addresses import Addresses
from generator.checker.engine import findings_of, inspect
from generator.checker.registry import all_rules, manual_parts, rule_of
from generator.finding import Report
from generator.model.thresholds import Thresholds
from generator.reporters import report_as_text
from generator.rule import Rule
from tests.rules.overlay import example

RULES = Path(generator.rules.__path__[0])


def modules() -> list[tuple[str, str]]:
    """Family and module name of every rule, found on the disk so that an incomplete one is not passed over."""
    return [
        (family.name, module.name)
        for family in pkgutil.iter_modules([str(RULES)])
        for module in pkgutil.iter_modules([str(RULES / family.name)])
        if not module.name.startswith("_")
    ]


def load_rule(family: str, name: str) -> Rule:
    return rule_of(import_module(f"generator.rules.{family}.{name}"))


def report_on(rule_check: Rule, text: str, name: str) -> Report:
    facts, lines = example(text, name)
    return Report.of(findings_of(rule_check, facts, Addresses.of(facts.handbook)), lines)


def plain(report: Report) -> str:
    console = Console(width=120, soft_wrap=True, no_color=True, highlight=False)
    with console.capture() as capture:
        console.print(report_as_text(report))
    return "".join(f"{line.rstrip()}\n" for line in capture.get().rstrip().split("\n"))


@pytest.mark.parametrize(("family", "name"), modules(), ids=str)
def test_a_rule_has_every_part(family: str, name: str) -> None:
    folder = RULES / family
    module = import_module(f"generator.rules.{family}.{name}")
    summary, *_ = manual_parts(module.__doc__ or "")
    assert summary.endswith("."), "the first line is a sentence"
    assert module.SOURCES, "a rule names its source"
    assert set(getattr(module, "THRESHOLDS", ())) <= set(Thresholds.model_fields)
    assert {path.suffixes[0] for path in folder.glob(f"{name}.*")} == {".py", ".bad", ".good"}


@pytest.mark.parametrize(("family", "name"), modules(), ids=str)
def test_the_bad_example_is_found_as_the_manual_says(family: str, name: str) -> None:
    expected = RULES / family / f"{name}.bad.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.touch()
    rule = load_rule(family, name)
    report = report_on(rule, rule.bad, "bad.yml")
    assert report.findings, "the bad example breaks the rule"
    assert {finding.rule for finding in report.findings} == {rule.id}
    assert all(finding.expected and finding.remedy and finding.position.line for finding in report.findings)
    shown = plain(report)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(shown)
    assert shown == expected.read_text()
    assert "bad.yml:" in shown, "the report leads to a line of the example"


@pytest.mark.parametrize(("family", "name"), modules(), ids=str)
def test_the_good_example_is_clean(family: str, name: str) -> None:
    rule = load_rule(family, name)
    assert plain(report_on(rule, rule.good, "good.yml")) == plain(Report())
    assert rule.good != rule.bad


def test_the_base_of_the_examples_is_clean() -> None:
    facts, lines = example("{}", "base.yml")
    report = inspect(facts, all_rules().values(), lines).report
    assert plain(report) == plain(Report())


def test_every_threshold_is_used_by_a_rule() -> None:
    used = {name for rule in all_rules().values() for name in rule.thresholds}
    assert used == set(Thresholds.model_fields)
