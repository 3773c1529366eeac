"""A report as JUnit XML, which most build servers show as test results.

A rule that found nothing is a passed case. Each error is a failed case of its own, a waived finding a skipped one.
Warnings and notes do not fail: they are the output of the passed case of their rule. A rule that broke off is an error.
Cases are named by ids, not by lines, so that a build server knows them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.checker.engine import RULE_CRASHED, Inspection, Waived
from generator.finding import Finding, Level, Report
from generator.reporters.identity import numbered, place_by_name
from generator.reporters.manual import Manual
from generator.reporters.text_report import finding_as_text
from generator.rule import Rule

_SUITE = "handbook check"
_NO_RULE = "plans"
# Characters that XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report_as_junit(inspection: Inspection, rules: Mapping[str, Rule], manual_url: str | None) -> str:
    """One suite with the cases of all rules that ran, and of all that was found before."""
    manual = Manual(rules, manual_url)
    cases = [*_failed(inspection.report, manual), *_passed(inspection, manual), *_skipped(inspection.waived, manual)]
    suite = Element("testsuite", name=_SUITE, tests=str(len(cases)))
    for attribute, child in {"failures": "failure", "errors": "error", "skipped": "skipped"}.items():
        suite.set(attribute, str(sum(case.find(child) is not None for case in cases)))
    suite.extend(cases)
    indent(suite)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suite, encoding="unicode")}'


def _failed(report: Report, manual: Manual) -> Iterator[Element]:
    for finding, number in numbered(report.errors):
        kind = "error" if finding.rule == RULE_CRASHED else "failure"
        case = _case(finding.rule, _name(finding, number), manual)
        fault = SubElement(case, kind, type=finding.rule, message=_clean(finding.message))
        fault.text = _clean(_shown(finding, report, manual))
        yield case


def _passed(inspection: Inspection, manual: Manual) -> Iterator[Element]:
    report = inspection.report
    remarks = sorted(report.of_level(Level.WARNING, Level.NOTE), key=lambda finding: finding.rule)
    by_rule = {rule: tuple(found) for rule, found in groupby(remarks, key=lambda finding: finding.rule)}
    clean = inspection.ran - {finding.rule for finding in report.errors}
    for rule in sorted(clean | by_rule.keys()):
        case = _case(rule, rule, manual)
        if rule in by_rule:
            output = SubElement(case, "system-out")
            output.text = _clean("\n".join(_shown(finding, report, manual) for finding in by_rule[rule]))
        yield case


def _skipped(waived: tuple[Waived, ...], manual: Manual) -> Iterator[Element]:
    reasons: dict[Finding, dict[str, str]] = {}
    for entry in waived:
        waiver = entry.waiver
        reason = f"Waived until {waiver.expires_on} by {waiver.approver} ({waiver.id}): {waiver.reason}"
        reasons.setdefault(entry.finding, {})[waiver.id] = reason
    for finding, number in numbered(reasons):
        case = _case(finding.rule, _name(finding, number), manual)
        SubElement(case, "skipped", type="waived", message=_clean("\n".join(reasons[finding].values())))
        yield case


def _case(rule: str, name: str, manual: Manual) -> Element:
    """Build servers take what stands before the dot for a package, and what follows for a class."""
    family = manual.rules[rule].family if rule in manual.rules else _NO_RULE
    return Element("testcase", classname=_clean(f"{family}.{rule}"), name=_clean(name))


def _name(finding: Finding, number: int) -> str:
    again = f" ({number})" if number > 1 else ""
    return f"{place_by_name(finding)}: {finding.message}{again}"


def _shown(finding: Finding, report: Report, manual: Manual) -> str:
    address = manual.address(finding.rule)
    return finding_as_text(finding, report).plain + (f"  manual: {address}\n" if address else "")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
